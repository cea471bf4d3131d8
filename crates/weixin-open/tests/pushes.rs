//! What the platform pushes: to the third-party platform, and about the Mini Programs it serves.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

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
use weixin_protocol::{InboundMessage, MediaId};
use weixin_wire_tests::event;

/// A notice to the third-party platform.
#[track_caller]
fn notice<T: InboundMessage + PartialEq>(name: &str, fields: &str) -> T {
    weixin_wire_tests::notice(name, &format!("<AppId>wxcomponent</AppId>{fields}"))
}

#[test]
fn a_ticket_is_a_secret() {
    let ticket: ComponentVerifyTicket = notice(
        "component_verify_ticket",
        "<ComponentVerifyTicket>ticket@@@1</ComponentVerifyTicket>",
    );
    assert_eq!(ticket.component_verify_ticket.expose(), "ticket@@@1");
    assert_eq!(ticket.header.created, 1700000000);
}

#[test]
fn an_authorization_brings_a_code() {
    let authorized: Authorized = notice(
        "authorized",
        "<AuthorizerAppid>wxmini</AuthorizerAppid><AuthorizationCode>code@@@</AuthorizationCode>\
         <AuthorizationCodeExpiredTime>1700003600</AuthorizationCodeExpiredTime>\
         <PreAuthCode>pre</PreAuthCode>",
    );
    assert_eq!(authorized.authorizer_appid.as_str(), "wxmini");
    assert_eq!(authorized.authorization_code_expired_time, Some(Timestamp::from_secs(1700003600)));
}

#[test]
fn an_authorization_is_withdrawn() {
    let gone: Unauthorized = notice("unauthorized", "<AuthorizerAppid>wxmini</AuthorizerAppid>");
    assert_eq!(gone.app_id.as_str(), "wxcomponent");
}

#[test]
fn a_registered_mini_program_brings_its_appid() {
    let registered: MiniProgramRegistered = notice(
        "notify_third_fasteregister",
        "<appid>wxnew</appid><status>0</status><auth_code>code</auth_code><msg>OK</msg>\
         <info><wxuser>ann</wxuser><idname>安</idname><component_phone>1</component_phone></info>",
    );
    assert_eq!(registered.new_app_id.unwrap().as_str(), "wxnew");
    assert_eq!(registered.info.unwrap().idname.as_deref(), Some("安"));
}

#[test]
fn a_trial_mini_program_is_known_by_its_unique_id() {
    let beta: BetaMiniProgramRegistered = notice(
        "notify_third_fastregisterbetaapp",
        "<appid>wxnew</appid><status>0</status><msg>OK</msg>\
         <info><unique_id>u</unique_id><name>试用</name></info>",
    );
    assert_eq!(beta.info.unwrap().unique_id, Some(BetaUniqueId::new("u")));
}

#[test]
fn a_verification_names_who_checks_it() {
    let changed: VerificationChanged = notice(
        "notify_3rd_wxa_auth",
        "<appid>wxmini</appid><taskid>t</taskid><task_status>12</task_status>\
         <apply_status>2</apply_status><message/><dispatch_info><provider>审</provider>\
         <contact>1</contact><dispatch_time>1700000000</dispatch_time></dispatch_info>",
    );
    assert_eq!(
        changed.dispatch_info.unwrap().dispatch_time,
        Some(Timestamp::from_secs(1700000000))
    );
}

#[test]
fn a_filing_is_approved() {
    let filed: IcpFilingAudited = notice(
        "notify_apply_icpfiling_result",
        "<authorizer_appid>wxmini</authorizer_appid><beian_status>6</beian_status>",
    );
    assert_eq!(filed.beian_status, Some(IcpFilingStatus::Filed));
}

#[test]
fn order_paths_are_set_for_each_mini_program() {
    let paths: OrderPathApplied = notice(
        "order_path_apply_result_notify",
        "<list><appid>wx1</appid><ret_code>0</ret_code></list>\
         <list><appid>wx2</appid><ret_code>-2</ret_code></list>",
    );
    assert_eq!(paths.list[1].ret_code, Some(OrderPathReturn::NoSuchMiniProgram));
}

#[test]
fn a_refused_audit_has_screenshots() {
    let failed: AuditFailed = event(
        "weapp_audit_fail",
        "<Reason>1:…</Reason><FailTime>1700000000</FailTime><ScreenShot>a|b</ScreenShot>",
    );
    assert_eq!(
        (failed.fail_time.unwrap().as_secs(), failed.screen_shot.as_deref()),
        (1700000000, Some("a|b"))
    );
}

#[test]
fn a_refused_name_has_a_reason() {
    let named: NicknameAudited =
        event("wxa_nickname_audit", "<ret>2</ret><nickname>店</nickname><reason>…</reason>");
    assert_eq!((named.ret, named.nickname.as_deref()), (Some(NicknameAudit::Rejected), Some("店")));
}

#[test]
fn an_interface_for_private_data_is_audited() {
    let privacy: PrivacyInterfaceAudited = event(
        "wxa_privacy_apply",
        "<result_info><api_name>wx.choosePoi</api_name><audit_id>4</audit_id><status>2</status>\
         </result_info>",
    );
    assert_eq!(privacy.result_info.unwrap().audit_id, Some(PrivacyAuditId::new(4)));
}

#[test]
fn an_appeal_lists_its_proofs() {
    let appeal: AppealRecordChanged = event(
        "wxa_appeal_record",
        "<appeal_record_id>4</appeal_record_id><appid>wxmini</appid><material>\
         <illegal_material><content>1</content></illegal_material><appeal_material>\
         <proof_material_id>x</proof_material_id><proof_material_id>y</proof_material_id>\
         </appeal_material></material>",
    );
    let proof = appeal.material[0].appeal_material.as_ref().unwrap();
    assert_eq!(proof.proof_material_ids, ["x", "y"].map(MediaId::new));
}

#[test]
fn a_trial_mini_program_is_authorized_with_a_ticket() {
    let beta: BetaAuthorizationApplied = event(
        "betaapp_authorization_apply_event",
        "<ApplyAuthorizationInfoNoitfy><appid>wxmini</appid><status>0</status>\
         <ticket>T</ticket></ApplyAuthorizationInfoNoitfy>",
    );
    assert_eq!(beta.result.unwrap().ticket.unwrap().expose(), "T");
}

#[test]
fn live_streaming_was_opened() {
    let live: LiveOpened = event(
        "wxa_live_apply_event",
        "<ApplyLiveInfoNoitfy><appid>wxmini</appid><open_time>1700000000</open_time>\
         </ApplyLiveInfoNoitfy>",
    );
    assert_eq!(live.info.unwrap().open_time.as_deref(), Some("1700000000"));
}
