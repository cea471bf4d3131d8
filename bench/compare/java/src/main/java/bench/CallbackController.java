package bench;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The callback. */
@RestController
public class CallbackController {
  private final OfficialBot official = Application.isWork() ? null : new OfficialBot();
  private final WorkBot work = Application.isWork() ? new WorkBot() : null;

  @PostMapping(path = "/callback", produces = "application/xml; charset=UTF-8")
  public String callback(
      @RequestBody String body,
      @RequestParam(name = "signature", required = false) String signature,
      @RequestParam("timestamp") String timestamp,
      @RequestParam("nonce") String nonce,
      @RequestParam(name = "encrypt_type", required = false) String encryptType,
      @RequestParam(name = "msg_signature", required = false) String msgSignature) {
    return work != null
        ? work.answer(body, timestamp, nonce, msgSignature)
        : official.answer(body, signature, timestamp, nonce, encryptType, msgSignature);
  }

  @ExceptionHandler(RuntimeException.class)
  @ResponseStatus(HttpStatus.FORBIDDEN)
  public void rejected() {}
}
