package bench;

import me.chanjar.weixin.common.api.WxConsts.XmlMsgType;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.bean.message.WxCpXmlOutMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.message.WxCpMessageRouter;

/** The bot of a WeCom app, with twenty rules of the router. */
class WorkBot {
  private final WxCpService service = new WxCpServiceImpl();
  private final WxCpMessageRouter router;

  WorkBot() {
    WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
    config.setCorpId(System.getenv("WEIXIN_APP_ID"));
    config.setAgentId(Integer.valueOf(System.getenv("WEIXIN_AGENT_ID")));
    config.setCorpSecret(System.getenv("WEIXIN_SECRET"));
    config.setToken(System.getenv("WEIXIN_TOKEN"));
    config.setAesKey(System.getenv("WEIXIN_ENCODING_AES_KEY"));
    service.setWxCpConfigStorage(config);
    router = new WxCpMessageRouter(service);
    for (String event : new String[] {"subscribe", "unsubscribe", "enter_agent", "location",
        "view", "scancode_push", "pic_sysphoto", "template_card_event"}) {
      router.rule().async(false).msgType(XmlMsgType.EVENT).event(event)
          .handler((message, context, wx, session) -> text(message, event)).end();
    }
    for (String type : new String[] {XmlMsgType.IMAGE, XmlMsgType.VOICE, XmlMsgType.VIDEO,
        XmlMsgType.LOCATION, XmlMsgType.LINK}) {
      router.rule().async(false).msgType(type)
          .handler((message, context, wx, session) -> text(message, type)).end();
    }
    for (String word : new String[] {"help", "start", "stop", "language", "weather"}) {
      router.rule().async(false).msgType(XmlMsgType.TEXT).content(word)
          .handler((message, context, wx, session) -> text(message, word)).end();
    }
    router.rule().async(false).msgType(XmlMsgType.TEXT).rContent("order \\d+")
        .handler((message, context, wx, session) -> text(message, "It is on its way.")).end();
    router.rule().async(false).msgType(XmlMsgType.TEXT).handler((message, context, wx, session) ->
        text(message, Application.echo(message.getContent()))).end();
  }

  private static WxCpXmlOutMessage text(WxCpXmlMessage message, String content) {
    return WxCpXmlOutMessage.TEXT().content(content).fromUser(message.getToUserName())
        .toUser(message.getFromUserName()).build();
  }

  String answer(String body, String timestamp, String nonce, String msgSignature) {
    WxCpXmlMessage message = WxCpXmlMessage.fromEncryptedXml(
        body, service.getWxCpConfigStorage(), timestamp, nonce, msgSignature);
    WxCpXmlOutMessage reply = router.route(message);
    return reply == null ? "" : reply.toEncryptedXml(service.getWxCpConfigStorage());
  }
}
