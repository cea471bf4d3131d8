//! What the platform pushes: to the third-party platform, and about the Mini Programs it serves.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::HashSet;

use weixin_api::Timestamp;
use weixin_open::{
    authorization::{Authorized, ComponentVerifyTicket, Unauthorized},
    basic_info::{NicknameAudit, NicknameAudited},
    beta_mini_program::BetaAuthorizationApplied,
    code_audit::AuditFailed,
    icp_filing::{IcpFilingAudited, IcpFilingStatus},
    platform_setting::{OrderPathApplied, OrderPathReturn},
    privacy::{PrivacyAuditId, PrivacyInterfaceAudited},
    registration::{BetaMiniProgramRegistered, BetaUniqueId, MiniProgramRegistered},
    service_permission::LiveOpened,
    verification::VerificationChanged,
    violation::AppealRecordChanged,
};
use weixin_protocol::{Format, Inbound, InboundMessage, MediaId};

/// Reads a push, and sees that it is written as it came.
fn push<T: InboundMessage>(fields: &str) -> T {
    let push = Inbound::parse(&format!("<xml>{fields}</xml>")).unwrap();
    assert!(push.is::<T>(), "{}", push.kind());
    let message: T = push.read().unwrap();
    let names = |push: &Inbound| -> HashSet<String> {
        push.fields().iter().map(|(name, _)| name.to_owned()).collect()
    };
    let written = Inbound::of(push.header(), &message, Format::Xml);
    assert_eq!(names(&written), names(&push));
    message
}

/// The fields with which an event to a Mini Program begins.
fn event(name: &str) -> String {
    format!(
        "<ToUserName>gh_1</ToUserName><FromUserName>oSystem</FromUserName>\
         <CreateTime>1700000000</CreateTime><MsgType>event</MsgType><Event>{name}</Event>"
    )
}

/// Those of a notice to the third-party platform.
fn notice(name: &str) -> String {
    format!(
        "<AppId>wxcomponent</AppId><CreateTime>1700000000</CreateTime><InfoType>{name}</InfoType>"
    )
}

#[test]
fn notices_to_the_platform_are_read() {
    let ticket: ComponentVerifyTicket = push(&format!(
        "{}<ComponentVerifyTicket>ticket@@@1</ComponentVerifyTicket>",
        notice("component_verify_ticket")
    ));
    assert_eq!(ticket.component_verify_ticket.expose(), "ticket@@@1");
    assert_eq!(ticket.header.created, 1700000000);
    let authorized: Authorized = push(&format!(
        "{}<AuthorizerAppid>wxmini</AuthorizerAppid><AuthorizationCode>code@@@</AuthorizationCode>\
         <AuthorizationCodeExpiredTime>1700003600</AuthorizationCodeExpiredTime>\
         <PreAuthCode>pre</PreAuthCode>",
        notice("authorized")
    ));
    assert_eq!(authorized.authorizer_appid.as_str(), "wxmini");
    assert_eq!(authorized.authorization_code_expired_time, Some(Timestamp::from_secs(1700003600)));
    let gone: Unauthorized =
        push(&format!("{}<AuthorizerAppid>wxmini</AuthorizerAppid>", notice("unauthorized")));
    assert_eq!(gone.app_id.as_str(), "wxcomponent");
    let registered: MiniProgramRegistered = push(&format!(
        "{}<appid>wxnew</appid><status>0</status><auth_code>code</auth_code><msg>OK</msg>\
         <info><wxuser>ann</wxuser><idname>安</idname><component_phone>1</component_phone></info>",
        notice("notify_third_fasteregister")
    ));
    assert_eq!(registered.new_app_id.unwrap().as_str(), "wxnew");
    assert_eq!(registered.info.unwrap().idname.as_deref(), Some("安"));
    let beta: BetaMiniProgramRegistered = push(&format!(
        "{}<appid>wxnew</appid><status>0</status><msg>OK</msg>\
         <info><unique_id>u</unique_id><name>试用</name></info>",
        notice("notify_third_fastregisterbetaapp")
    ));
    assert_eq!(beta.info.unwrap().unique_id, Some(BetaUniqueId::new("u")));
    let changed: VerificationChanged = push(&format!(
        "{}<appid>wxmini</appid><taskid>t</taskid><task_status>12</task_status>\
         <apply_status>2</apply_status><message/><dispatch_info><provider>审</provider>\
         <contact>1</contact><dispatch_time>1700000000</dispatch_time></dispatch_info>",
        notice("notify_3rd_wxa_auth")
    ));
    assert_eq!(
        changed.dispatch_info.unwrap().dispatch_time,
        Some(Timestamp::from_secs(1700000000))
    );
    let filed: IcpFilingAudited = push(&format!(
        "{}<authorizer_appid>wxmini</authorizer_appid><beian_status>6</beian_status>",
        notice("notify_apply_icpfiling_result")
    ));
    assert_eq!(filed.beian_status, Some(IcpFilingStatus::Filed));
    let paths: OrderPathApplied = push(&format!(
        "{}<list><appid>wx1</appid><ret_code>0</ret_code></list>\
         <list><appid>wx2</appid><ret_code>-2</ret_code></list>",
        notice("order_path_apply_result_notify")
    ));
    assert_eq!(paths.list[1].ret_code, Some(OrderPathReturn::NoSuchMiniProgram));
}

#[test]
fn events_to_a_mini_program_are_read() {
    let failed: AuditFailed = push(&format!(
        "{}<Reason>1:…</Reason><FailTime>1700000000</FailTime><ScreenShot>a|b</ScreenShot>",
        event("weapp_audit_fail")
    ));
    assert_eq!(
        (failed.fail_time.unwrap().as_secs(), failed.screen_shot.as_deref()),
        (1700000000, Some("a|b"))
    );
    let named: NicknameAudited = push(&format!(
        "{}<ret>2</ret><nickname>店</nickname><reason>…</reason>",
        event("wxa_nickname_audit")
    ));
    assert_eq!((named.ret, named.nickname.as_deref()), (Some(NicknameAudit::Rejected), Some("店")));
    let privacy: PrivacyInterfaceAudited = push(&format!(
        "{}<result_info><api_name>wx.choosePoi</api_name><audit_id>4</audit_id><status>2</status>\
         </result_info>",
        event("wxa_privacy_apply")
    ));
    assert_eq!(privacy.result_info.unwrap().audit_id, Some(PrivacyAuditId::new(4)));
    let appeal: AppealRecordChanged = push(&format!(
        "{}<appeal_record_id>4</appeal_record_id><appid>wxmini</appid><material>\
         <illegal_material><content>1</content></illegal_material><appeal_material>\
         <proof_material_id>x</proof_material_id><proof_material_id>y</proof_material_id>\
         </appeal_material></material>",
        event("wxa_appeal_record")
    ));
    let proof = appeal.material[0].appeal_material.as_ref().unwrap();
    assert_eq!(proof.proof_material_ids, ["x", "y"].map(MediaId::new));
    let beta: BetaAuthorizationApplied = push(&format!(
        "{}<ApplyAuthorizationInfoNoitfy><appid>wxmini</appid><status>0</status>\
         <ticket>T</ticket></ApplyAuthorizationInfoNoitfy>",
        event("betaapp_authorization_apply_event")
    ));
    assert_eq!(beta.result.unwrap().ticket.unwrap().expose(), "T");
    let live: LiveOpened = push(&format!(
        "{}<ApplyLiveInfoNoitfy><appid>wxmini</appid><open_time>1700000000</open_time>\
         </ApplyLiveInfoNoitfy>",
        event("wxa_live_apply_event")
    ));
    assert_eq!(live.info.unwrap().open_time.as_deref(), Some("1700000000"));
}
