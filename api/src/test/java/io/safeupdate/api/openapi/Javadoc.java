package io.safeupdate.api.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the sources say about themselves, so that it is written once. */
final class Javadoc {
  private final Map<String, String> words = new HashMap<>();

  /** Reads all sources below folders. */
  static Javadoc of(Path... folders) {
    Javadoc javadoc = new Javadoc();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = Stream.of(folders).flatMap(folder -> sources(folder).stream()).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      Scanner scanner = javadoc.new Scanner(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, null);
      }
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
    return javadoc;
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** What a class is. */
  Optional<String> of(Class<?> type) {
    return Optional.ofNullable(words.get(type.getSimpleName()));
  }

  /** What a method does, or what a component of a record means. */
  Optional<String> of(Class<?> type, String member) {
    return Optional.ofNullable(words.get(type.getSimpleName() + "." + member));
  }

  /** What a parameter of a method means. */
  Optional<String> of(Class<?> type, String method, String parameter) {
    return of(type, method + "." + parameter);
  }

  private static String text(Collection<? extends DocTree> trees) {
    return trees.stream()
        .map(Javadoc::text)
        .collect(Collectors.joining())
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String text(DocTree tree) {
    if (tree instanceof LiteralTree literal) {
      return "`" + literal.getBody().getBody() + "`";
    }
    if (tree instanceof LinkTree link) {
      return "`" + link.getReference().getSignature().replaceAll(".*[.#]", "") + "`";
    }
    return tree.toString();
  }

  /** Walks through sources and keeps what is said. */
  private final class Scanner extends TreePathScanner<Void, Void> {
    private final DocTrees trees;

    private Scanner(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      keep(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type) {
        keep(type.getSimpleName() + "." + method.getName());
      }
      return null;
    }

    private void keep(String name) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment == null) {
        return;
      }
      words.put(name, text(comment.getFullBody()));
      comment.getBlockTags().stream()
          .filter(ParamTree.class::isInstance)
          .map(ParamTree.class::cast)
          .forEach(param -> words.put(name + "." + param.getName(), text(param.getDescription())));
    }
  }
}
