package bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An echo with WxJava on Spring Boot, as its demos show it. */
@SpringBootApplication
public class Application {
  /** The longest text that is echoed, in bytes. */
  private static final int MAX_ECHO = 2048;

  static String echo(String content) {
    int size = content.getBytes(StandardCharsets.UTF_8).length;
    return size > MAX_ECHO ? String.valueOf(size) : content;
  }

  static boolean isWork() {
    return "work".equals(System.getenv("WEIXIN_KIND"));
  }

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setDefaultProperties(
        Map.of("server.address", "127.0.0.1", "server.port", System.getenv("PORT")));
    application.run(args);
  }
}
