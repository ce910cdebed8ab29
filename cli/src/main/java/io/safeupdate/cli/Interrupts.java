package io.safeupdate.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Ctrl-C and {@code kill} do: the first asks the main thread to end in order, the second ends
 * the process. The JDK offers signals in no supported package, so they are reached by reflection;
 * where that fails, the JDK's own behaviour stays.
 */
final class Interrupts {
  private static final int EXIT = 130;

  private final Thread main;
  private final AtomicInteger count = new AtomicInteger();

  private Interrupts(Thread main) {
    this.main = main;
  }

  /** From now on signals interrupt a thread. */
  static void install(Thread main) {
    Interrupts interrupts = new Interrupts(main);
    for (String signal : new String[] {"INT", "TERM"}) {
      interrupts.handle(signal);
    }
  }

  private void handle(String signal) {
    try {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      InvocationHandler called =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              received();
            }
            return method.getReturnType() == boolean.class ? proxy == arguments[0] : null;
          };
      Object handler =
          Proxy.newProxyInstance(
              Interrupts.class.getClassLoader(), new Class<?>[] {handlers}, called);
      Object number = signals.getConstructor(String.class).newInstance(signal);
      signals.getMethod("handle", signals, handlers).invoke(null, number, handler);
    } catch (ReflectiveOperationException e) {
      // Another JDK, or one that keeps the signal to itself.
    }
  }

  private void received() {
    switch (count.incrementAndGet()) {
      case 1 -> main.interrupt();
      case 2 -> new Thread(() -> System.exit(EXIT), "exit").start();
      default -> Runtime.getRuntime().halt(EXIT);
    }
  }
}
