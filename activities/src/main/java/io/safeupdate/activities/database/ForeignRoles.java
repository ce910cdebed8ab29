package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dump of another server says of roles. A dump is never rewritten, for whatever looks like a
 * statement in it may be a row or a function's text: instead, roles that this server lacks are
 * there for as long as the restore's one transaction takes. What they own then goes to the role
 * that owns the tables here, and their privileges go with them. Nobody else ever sees them.
 *
 * <p>Rows that look like statements only make more such roles than needed.
 */
final class ForeignRoles {
  /** PostgreSQL cuts longer names. */
  private static final int LONGEST = 63;

  /** A dump has a handful; more come from rows. */
  private static final int MOST = 500;

  private static final Pattern NAME =
      Pattern.compile(
          "(?:\\b(?:TO|FROM|ROLE|FOR|AUTHORIZATION)|,) +"
              + "(?:\"((?:[^\"]|\"\")+)\"|'((?:[^']|'')+)'|([a-z_][a-z0-9_$]*))");

  private static final Sql EXISTING =
      Sql.of("SELECT rolname FROM pg_roles ORDER BY 1 OFFSET :skip LIMIT :page");

  private static final Sql MAY_CREATE =
      Sql.of("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user");

  private final Postgres postgres;
  private final BackupFiles files;

  ForeignRoles(Postgres postgres, BackupFiles files) {
    this.postgres = postgres;
    this.files = files;
  }

  /**
   * Reads which roles a backup names that the server lacks.
   *
   * @throws StepFailure {@code PreconditionFailed} when there are some and they may not be made
   */
  SortedSet<String> missing(String backup) {
    ExecResult said = files.directory().onFile(backup, FileScripts.ROLES, postgres.limits().work());
    SortedSet<String> missing = named(said.stdout());
    Psql psql = postgres.psql();
    psql.pages(Psql.MAINTENANCE, EXISTING, 1).forEach(row -> missing.remove(row.get(0)));
    if (!missing.isEmpty() && !psql.rows(Psql.MAINTENANCE, MAY_CREATE, 1).get(0).contains("t")) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED,
          "Backup %s names roles that this server has not (%s), and the user that restores it may not make any. Create them, or give that user CREATEROLE."
              .formatted(backup, String.join(", ", missing)));
    }
    return missing;
  }

  /** Roles that stand in statements, whatever these are. */
  static SortedSet<String> named(String statements) {
    SortedSet<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(statements);
    while (name.find() && names.size() < MOST) {
      String found =
          name.group(1) != null
              ? name.group(1).replace("\"\"", "\"")
              : name.group(2) != null ? name.group(2).replace("''", "'") : name.group(3);
      if (isUsable(found)) {
        names.add(found);
      }
    }
    return names;
  }

  private static boolean isUsable(String name) {
    return !name.startsWith("pg_")
        && !List.of("public", "none").contains(name)
        && name.chars().noneMatch(Character::isISOControl)
        && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }

  /**
   * What goes before and after a dump's text.
   *
   * @param missing of {@link #missing}
   * @param former the role that owned the tables there, which may be there and own others
   * @param owner the role that shall own them here
   */
  static Map<String, String> around(SortedSet<String> missing, String former, String owner) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder("RESET SESSION AUTHORIZATION; RESET ROLE;\n");
    for (String name : missing) {
      String role = Sql.identifier(name);
      before.append("CREATE ROLE %1$s NOLOGIN; GRANT %1$s TO CURRENT_USER;%n".formatted(role));
      after.append(
          "REASSIGN OWNED BY %1$s TO %2$s; DROP OWNED BY %1$s; DROP ROLE %1$s;%n"
              .formatted(role, Sql.identifier(owner)));
    }
    if (!missing.contains(former) && !former.equals(owner)) {
      after.append(Handover.of(former, owner));
    }
    return Map.of("SU_BEFORE", before.toString(), "SU_AFTER", after.toString());
  }
}
