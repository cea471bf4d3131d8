//! The events of an Official Account's groups, as they are pushed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_official::{
    authorization::{
        RevokedAuthorization, UserAuthorizationCancelled, UserAuthorizationRevoked,
        UserInfoModified,
    },
    customer_service::{SessionClosed, SessionOpened, SessionSwitched},
    mass_message::{CopyrightState, MassMessageFinished},
    publication::{PublicationFinished, PublicationState},
    subscription::{
        PopupScene, SubscriptionChanged, SubscriptionDecision, SubscriptionPopup, SubscriptionSent,
    },
    template_message::TemplateMessageFinished,
    verification::{
        AnnualRenewal, NamingRejected, NamingVerified, QualificationRejected,
        QualificationVerified, VerificationExpired,
    },
};
use weixin_wire_tests::{event, irregular_push, push};

#[test]
fn a_message_to_many_failed() {
    let counts = "<MsgID>1000001625</MsgID><Status>err(30003)</Status><TotalCount>3</TotalCount>\
                  <FilterCount>2</FilterCount><SentCount>1</SentCount><ErrorCount>0</ErrorCount>";
    let plain: MassMessageFinished = event("MASSSENDJOBFINISH", counts);
    assert!(!plain.succeeded() && plain.copyright_check_result.is_none());
}

#[test]
fn articles_to_many_were_checked_for_copyright() {
    let counts = "<MsgID>1000001625</MsgID><Status>err(30003)</Status><TotalCount>3</TotalCount>\
                  <FilterCount>2</FilterCount><SentCount>1</SentCount><ErrorCount>0</ErrorCount>";
    let articles = "<CopyrightCheckResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx>\
        <UserDeclareState>0</UserDeclareState><AuditState>2</AuditState>\
        <OriginalArticleUrl>u</OriginalArticleUrl><OriginalArticleType>1</OriginalArticleType>\
        <CanReprint>1</CanReprint><NeedReplaceContent>1</NeedReplaceContent>\
        <NeedShowReprintSource>0</NeedShowReprintSource></item></ResultList>\
        <CheckState>2</CheckState></CopyrightCheckResult>\
        <ArticleUrlResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx>\
        <ArticleUrl>a</ArticleUrl></item></ResultList></ArticleUrlResult>";
    let news: MassMessageFinished = event("MASSSENDJOBFINISH", &format!("{counts}{articles}"));
    assert_eq!((news.msg_id, news.sent_count), (1000001625.into(), 1));
    let check = news.copyright_check_result.unwrap();
    assert_eq!(check.check_state, Some(CopyrightState::Reprint));
    assert_eq!((check.list[0].can_reprint, check.list[0].article_idx), (Some(true), 1));
    assert_eq!(news.article_url_result.unwrap().list[0].article_url, "a");
}

#[test]
fn a_text_to_many_has_no_articles() {
    // As it comes when there is no article.
    let json = r#"{"MsgType":"event","Event":"MASSSENDJOBFINISH","MsgID":"1","Status":"send success",
        "TotalCount":"2","FilterCount":"2","SentCount":"2","ErrorCount":"0",
        "CopyrightCheckResult":"\n\n","ArticleUrlResult":{"Count":"0","ResultList":null}}"#;
    let text: MassMessageFinished = push(json);
    assert!(text.succeeded() && text.copyright_check_result.is_none());
    assert!(text.article_url_result.unwrap().list.is_empty());
}

#[test]
fn a_template_message_was_delivered() {
    let notice: TemplateMessageFinished =
        event("TEMPLATESENDJOBFINISH", "<MsgID>200163836</MsgID><Status>success</Status>");
    assert_eq!((notice.msg_id, notice.succeeded()), (200163836.into(), true));
}

#[test]
fn the_id_of_a_template_message_is_read_in_the_other_spelling() {
    let notice: TemplateMessageFinished = irregular_push(
        "<xml><MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event>\
         <MsgId>200163836</MsgId><Status>failed:user block</Status></xml>",
    );
    assert_eq!((notice.msg_id, notice.succeeded()), (200163836.into(), false));
}

#[test]
fn a_publication_failed_under_either_name() {
    let published = "<PublishEventInfo><publish_id>7</publish_id><publish_status>2</publish_status>\
        <article_detail><count>1</count><item><idx>1</idx><article_url>a</article_url></item>\
        </article_detail><fail_idx>1</fail_idx><fail_idx>2</fail_idx></PublishEventInfo>";
    for name in ["PUBLISHJOBFINISH", "FREEPUBLISHJOBFINISH"] {
        let publication = event::<PublicationFinished>(name, published).publication;
        assert_eq!(publication.publish_status, PublicationState::OriginalityFailed);
        assert_eq!(publication.fail_idx, [1, 2]);
        assert_eq!(publication.article_detail.unwrap().item[0].article_url, "a");
    }
}

#[test]
fn a_user_answered_for_several_templates() {
    let popup: SubscriptionPopup = event(
        "subscribe_msg_popup_event",
        "<SubscribeMsgPopupEvent>\
         <List><TemplateId>T</TemplateId><SubscribeStatusString>accept</SubscribeStatusString>\
         <PopupScene>2</PopupScene></List>\
         <List><TemplateId>U</TemplateId><SubscribeStatusString>reject</SubscribeStatusString>\
         <PopupScene>2</PopupScene></List></SubscribeMsgPopupEvent>",
    );
    let answers: Vec<_> =
        popup.list.iter().map(|answer| (answer.template_id.as_str(), answer.accepted())).collect();
    assert_eq!(answers, [("T", true), ("U", false)]);
    assert_eq!(popup.list[0].popup_scene, Some(PopupScene::Article));
}

#[test]
fn a_user_took_a_subscription_back() {
    let json = r#"{"MsgType":"event","Event":"subscribe_msg_change_event",
        "List":{"TemplateId":"T","SubscribeStatusString":"reject"}}"#;
    assert_eq!(push::<SubscriptionChanged>(json).list[0].status, SubscriptionDecision::Reject);
}

#[test]
fn a_subscription_message_was_sent() {
    let json = r#"{"MsgType":"event","Event":"subscribe_msg_sent_event",
        "List":[{"TemplateId":"T","MsgID":"1864323726461255680","ErrorCode":"0","ErrorStatus":"success"}]}"#;
    let sent: SubscriptionSent = push(json);
    assert_eq!(sent.list[0].msg_id, Some("1864323726461255680".into()));
    assert_eq!(sent.list[0].error_code, 0);
}

#[test]
fn the_information_of_a_user_changed() {
    let user = "<openid>oBob</openid><appid>wx1</appid>";
    let modified: UserInfoModified = event("user_info_modified", user);
    assert_eq!((modified.openid.unwrap(), modified.appid.unwrap()), ("oBob".into(), "wx1".into()));
}

#[test]
fn a_user_revoked_an_authorization() {
    let user = "<OpenID>oBob</OpenID><AppID>wx1</AppID>";
    let revoked: UserAuthorizationRevoked = event(
        "user_authorization_revoke",
        &format!("{user}<RevokeInfo>201</RevokeInfo><PluginID>wx2</PluginID><OpenPID>p</OpenPID>"),
    );
    assert_eq!(revoked.revoke_info, Some(RevokedAuthorization::WebAddress));
    assert_eq!((revoked.plugin_id.unwrap(), revoked.open_pid.unwrap()), ("wx2".into(), "p".into()));
}

#[test]
fn a_user_cancelled_an_authorization() {
    let user = "<OpenID>oBob</OpenID><AppID>wx1</AppID>";
    let gone: UserAuthorizationCancelled = event("user_authorization_cancellation", user);
    assert_eq!(gone.openid.unwrap(), "oBob");
}

#[test]
fn a_session_was_opened_and_closed() {
    let account = "<KfAccount>ann@shop</KfAccount>";
    let opened: SessionOpened = event("kf_create_session", account);
    let closed: SessionClosed = event("kf_close_session", account);
    assert_eq!((opened.kf_account.as_str(), closed.kf_account.as_str()), ("ann@shop", "ann@shop"));
}

#[test]
fn a_session_was_switched() {
    let switched: SessionSwitched = event(
        "kf_switch_session",
        "<FromKfAccount>ann@shop</FromKfAccount><ToKfAccount>bob@shop</ToKfAccount>",
    );
    assert_eq!(
        (switched.from_kf_account.as_str(), switched.to_kf_account.as_str()),
        ("ann@shop", "bob@shop")
    );
}

#[test]
fn verifications_have_an_end() {
    let until = "<ExpiredTime>1442401156</ExpiredTime>";
    let times = [
        event::<QualificationVerified>("qualification_verify_success", until).expired_time,
        event::<NamingVerified>("naming_verify_success", until).expired_time,
        event::<AnnualRenewal>("annual_renew", until).expired_time,
        event::<VerificationExpired>("verify_expired", until).expired_time,
    ];
    assert!(times.iter().all(|time| time.as_secs() == 1442401156));
}

#[test]
fn a_refused_verification_has_a_reason() {
    let why = "<FailTime>1442401122</FailTime><FailReason>by time</FailReason>";
    let papers: QualificationRejected = event("qualification_verify_fail", why);
    let name: NamingRejected = event("naming_verify_fail", why);
    assert_eq!((&*papers.fail_reason, name.fail_time.as_secs()), ("by time", 1442401122));
}
