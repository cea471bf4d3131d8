package bench;

import me.chanjar.weixin.common.api.WxConsts.EventType;
import me.chanjar.weixin.common.api.WxConsts.XmlMsgType;
import me.chanjar.weixin.mp.api.WxMpMessageHandler;
import me.chanjar.weixin.mp.api.WxMpMessageRouter;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

/** The bot of an Official Account, with twenty rules of the router. */
class OfficialBot {
  private final WxMpService service = new WxMpServiceImpl();
  private final WxMpMessageRouter router;

  OfficialBot() {
    WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
    config.setAppId(System.getenv("WEIXIN_APP_ID"));
    config.setSecret(System.getenv("WEIXIN_SECRET"));
    config.setToken(System.getenv("WEIXIN_TOKEN"));
    config.setAesKey(System.getenv("WEIXIN_ENCODING_AES_KEY"));
    service.setWxMpConfigStorage(config);
    router = new WxMpMessageRouter(service);
    event(EventType.SUBSCRIBE, reply("Welcome!"));
    event(EventType.UNSUBSCRIBE, reply("Goodbye."));
    event(EventType.SCAN, reply("A code."));
    event(EventType.LOCATION, reply("A location."));
    event(EventType.VIEW, reply("A page."));
    for (String key : new String[] {"TODAY", "PRICES", "CONTACT"}) {
      router.rule().async(false).msgType(XmlMsgType.EVENT).event(EventType.CLICK).eventKey(key)
          .handler(reply(key)).end();
    }
    for (String type : new String[] {XmlMsgType.IMAGE, XmlMsgType.VOICE, XmlMsgType.VIDEO,
        XmlMsgType.LOCATION, XmlMsgType.LINK}) {
      router.rule().async(false).msgType(type).handler(reply(type)).end();
    }
    for (String word : new String[] {"help", "start", "stop", "language", "weather"}) {
      router.rule().async(false).msgType(XmlMsgType.TEXT).content(word).handler(reply(word)).end();
    }
    router.rule().async(false).msgType(XmlMsgType.TEXT).rContent("order \\d+")
        .handler(reply("It is on its way.")).end();
    router.rule().async(false).msgType(XmlMsgType.TEXT).handler((message, context, wx, session) ->
        text(message, Application.echo(message.getContent()))).end();
  }

  private void event(String event, WxMpMessageHandler handler) {
    router.rule().async(false).msgType(XmlMsgType.EVENT).event(event).handler(handler).end();
  }

  private static WxMpMessageHandler reply(String content) {
    return (message, context, wx, session) -> text(message, content);
  }

  private static WxMpXmlOutMessage text(WxMpXmlMessage message, String content) {
    return WxMpXmlOutMessage.TEXT().content(content).fromUser(message.getToUser())
        .toUser(message.getFromUser()).build();
  }

  String answer(String body, String signature, String timestamp, String nonce, String encryptType,
      String msgSignature) {
    if (!service.checkSignature(timestamp, nonce, signature)) {
      throw new IllegalArgumentException("the signature is wrong");
    }
    boolean encrypted = "aes".equalsIgnoreCase(encryptType);
    WxMpXmlMessage message = encrypted
        ? WxMpXmlMessage.fromEncryptedXml(
            body, service.getWxMpConfigStorage(), timestamp, nonce, msgSignature)
        : WxMpXmlMessage.fromXml(body);
    WxMpXmlOutMessage reply = router.route(message);
    if (reply == null) {
      return "";
    }
    return encrypted ? reply.toEncryptedXml(service.getWxMpConfigStorage()) : reply.toXml();
  }
}
