//! Each group as it travels: requests as the platform wants them, its answers, its pushes.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use serde_json::{Value, json};
use weixin_api::{Account, AccountKind, Auth, Endpoint, FilePart, LatestTicket, Timestamp, wire};
use weixin_official::oauth::Scope;
use weixin_open::{
    Authorizer, ENDPOINTS, ThirdPartyPlatform,
    authorization::{self, AuthorizeKind, ClearComponentQuota, StartPushTicket},
    authorized_account::{GetAuthorizerInfo, GetAuthorizers, SetAuthorizerOption},
    basic_info::{self, GetAccountBasicInfo, GetOrderPath, ModifyHeadImage},
    category::{
        AddCategory, CategoryCertificate, CategoryWithPapers, GetAllCategories,
        GetCategoriesByType, VerifyType,
    },
    cloud_database::{AddDatabaseRecords, GetDatabaseCollections, QueryDatabase},
    cloud_environment::{ShareEnvironments, SharedEnvironment},
    cloud_function::InvokeCloudFunction,
    cloud_storage::{FileToDownload, GetDownloadLinks},
    code_audit::{AuditId, AuditItem, GetLatestAuditStatus, SubmitAudit, UploadAuditMedia},
    code_release::{GetHistoryVersions, GrayRelease, RevertRelease},
    code_template::{AddTemplate, GetTemplates, TemplateType},
    code_upload::{CommitCode, GetTrialQrCode},
    domain::{GetEffectiveServerDomain, ModifyServerDomain},
    embedded::{EmbeddedPolicy, EmbeddedStatus, GetEmbedded, SetEmbeddedPolicy},
    icp_filing::{GetIcpMedia, UploadIcpMedia},
    icp_type::QueryIcpDistricts,
    linked_mini_program::{LinkMiniProgram, fast_register_url},
    oauth::{self, ComponentCodeToSession, GetComponentUserToken},
    open_account::{CreateOpenAccount, GetOpenAccount},
    platform_setting::ModifyPlatformJumpDomain,
    privacy::{PrivacyOwner, PrivacyUse, SetPrivacySetting},
    registration::{CompanyCodeType, QueryPersonalRegistration, RegisterCompanyMiniProgram},
    service_permission::ApplyLive,
    subscribe_component::{GetShowableAccounts, SetShownAccount},
    tester::GetTesters,
    verification::{QueryVerification, VerificationStatus},
    verification_and_filing::QueryAuthAndIcp,
    violation::GetAppealRecords,
};
use weixin_protocol::AppId;
use weixin_wire_tests::{RoundTrip, file, file_reply, reply};

/// Calls of the third-party platform.
fn component() -> RoundTrip {
    let tickets = Arc::new(LatestTicket::new());
    RoundTrip::of(ThirdPartyPlatform::new("wxcomponent", "s", tickets).id())
}

/// Calls on behalf of a Mini Program.
fn mini() -> RoundTrip {
    RoundTrip::of(Authorizer::mini("wxcomponent", "wxmini", "refresh").id())
}

/// Compares what is sent with what is expected: of the platform if it may make the call.
#[track_caller]
fn sends<E: Endpoint>(request: &E, target: &str, body: Value) {
    let by_component = E::INFO.scope.contains(&AccountKind::Component);
    let calls = if by_component { component() } else { mini() };
    calls.sends(request, target, body);
}

#[test]
fn who_calls_is_who_may() {
    for info in ENDPOINTS.iter().flat_map(|group| group.endpoints) {
        let by_component = info.scope.contains(&AccountKind::Component);
        assert!(by_component || info.auth == Auth::AccessToken, "{}", info.name);
        let path = info.path.starts_with("/cgi-bin/component/") && !info.path.contains("privacy");
        assert!(!path || info.auth != Auth::AccessToken, "{}", info.name);
        assert!(!info.path.starts_with("/componenttcb/") || by_component, "{}", info.name);
    }
}

#[test]
fn a_platform_starts_its_tickets_with_its_secret() {
    sends(
        &StartPushTicket::new("SECRET"),
        "POST /cgi-bin/component/api_start_push_ticket",
        json!({"component_appid": "wxcomponent", "component_secret": "SECRET"}),
    );
}

#[test]
fn quotas_are_cleared_with_appid_and_secret_in_the_query() {
    sends(
        &ClearComponentQuota::new("wxmini").appsecret("S"),
        "POST /cgi-bin/component/clear_quota/v2?appid=wxmini&appsecret=S&component_appid=wxcomponent",
        json!({}),
    );
}

#[test]
fn a_platform_asks_for_an_authorized_account_by_its_appid() {
    sends(
        &GetAuthorizerInfo::new("wxmini"),
        "POST /cgi-bin/component/api_get_authorizer_info",
        json!({"component_appid": "wxcomponent", "authorizer_appid": "wxmini"}),
    );
    sends(
        &SetAuthorizerOption::new("voice_recognize", "1").authorizer_appid("wxmini"),
        "POST /cgi-bin/component/api_set_authorizer_option",
        json!({"component_appid": "wxcomponent", "authorizer_appid": "wxmini",
            "option_name": "voice_recognize", "option_value": "1"}),
    );
}

#[test]
fn oauth_for_an_official_account_names_the_platform() {
    sends(
        &GetComponentUserToken::new("wxofficial", "CODE"),
        "GET /sns/oauth2/component/access_token?appid=wxofficial&code=CODE\
             &grant_type=authorization_code&component_appid=wxcomponent",
        Value::Null,
    );
}

#[test]
fn login_to_a_mini_program_names_the_platform() {
    sends(
        &ComponentCodeToSession::new("wxmini", "JS"),
        "GET /sns/component/jscode2session?appid=wxmini&grant_type=authorization_code\
             &js_code=JS&component_appid=wxcomponent",
        Value::Null,
    );
}

#[test]
fn a_company_registers_a_mini_program() {
    let company =
        RegisterCompanyMiniProgram::new("公司", "9144", CompanyCodeType::CreditCode, "wx", "王");
    sends(
        &company.component_phone("123"),
        "POST /cgi-bin/component/fastregisterweapp?action=create",
        json!({"name": "公司", "code": "9144", "code_type": 1, "legal_persona_wechat": "wx",
            "legal_persona_name": "王", "component_phone": "123"}),
    );
}

#[test]
fn a_personal_registration_is_queried_by_its_task() {
    sends(
        &QueryPersonalRegistration::new("TASK"),
        "POST /wxa/component/fastregisterpersonalweapp?action=query",
        json!({"taskid": "TASK"}),
    );
}

#[test]
fn an_open_account_is_created_for_the_calling_account() {
    sends(&CreateOpenAccount::new(), "POST /cgi-bin/open/create", json!({"appid": "wxmini"}));
}

#[test]
fn a_mini_program_is_linked_with_truth_values_as_numbers() {
    sends(
        &LinkMiniProgram::new("wx2", true, false),
        "POST /cgi-bin/wxopen/wxamplink",
        json!({"appid": "wx2", "notify_users": 1, "show_profile": 0}),
    );
}

#[test]
fn templates_have_a_type_in_body_and_query() {
    sends(
        &AddTemplate::new(7).template_type(TemplateType::Standard),
        "POST /wxa/addtotemplate",
        json!({"draft_id": 7, "template_type": 1}),
    );
    sends(
        &GetTemplates::new().template_type(TemplateType::Ordinary),
        "GET /wxa/gettemplatelist?template_type=0",
        Value::Null,
    );
}

#[test]
fn domains_of_the_platform_are_joined_with_semicolons() {
    sends(
        &ModifyPlatformJumpDomain::new("add").wxa_jump_h5_domain("a.com;b.com"),
        "POST /cgi-bin/component/modify_wxa_jump_domain",
        json!({"action": "add", "wxa_jump_h5_domain": "a.com;b.com"}),
    );
}

#[test]
fn domains_of_a_mini_program_are_lists() {
    sends(
        &ModifyServerDomain::new("set").tcpdomain(["tcp://a.com".to_owned()]),
        "POST /wxa/modify_domain",
        json!({"action": "set", "tcpdomain": ["tcp://a.com"]}),
    );
}

#[test]
fn code_is_committed_with_its_configuration_as_a_text() {
    sends(
        &CommitCode::new("3", "{}", "V1", "first"),
        "POST /wxa/commit",
        json!({"template_id": "3", "ext_json": "{}", "user_version": "V1", "user_desc": "first"}),
    );
}

#[test]
fn code_is_submitted_with_its_pages() {
    let item = AuditItem::new().address("index").tag("a b").first_id(1_u64);
    sends(
        &SubmitAudit::new().item_list([item]).privacy_api_not_use(true),
        "POST /wxa/submit_audit",
        json!({"item_list": [{"address": "index", "tag": "a b", "first_id": 1}],
            "privacy_api_not_use": true}),
    );
}

#[test]
fn releases_that_can_be_reverted_are_listed() {
    sends(
        &GetHistoryVersions::new(),
        "GET /wxa/revertcoderelease?action=get_history_version",
        Value::Null,
    );
}

#[test]
fn a_release_is_reverted_to_a_version() {
    sends(
        &RevertRelease::new().app_version(12),
        "GET /wxa/revertcoderelease?app_version=12",
        Value::Null,
    );
}

#[test]
fn a_gray_release_has_a_percentage() {
    sends(
        &GrayRelease::new(30).support_debuger_first(true),
        "POST /wxa/grayrelease",
        json!({"gray_percentage": 30, "support_debuger_first": true}),
    );
}

#[test]
fn a_category_is_added_with_its_certificates() {
    let certificate = CategoryCertificate::new("执照", "MEDIA").is_permanent(true);
    let category = CategoryWithPapers::new(8_u64, 39_u64).certicates([certificate]);
    sends(
        &AddCategory::new([category]),
        "POST /cgi-bin/wxopen/addcategory",
        json!({"categories": [{"first": 8, "second": 39, "certicates": [
            {"key": "执照", "value": "MEDIA", "is_permanent": 1}]}]}),
    );
}

#[test]
fn categories_are_listed_by_kind_of_verification() {
    sends(
        &GetCategoriesByType::new().verify_type(VerifyType::Government),
        "POST /cgi-bin/wxopen/getcategoriesbytype",
        json!({"verify_type": 2}),
    );
}

#[test]
fn testers_are_listed_by_an_action() {
    sends(&GetTesters::new(), "POST /wxa/memberauth", json!({"action": "get_experiencer"}));
}

#[test]
fn a_head_image_is_cut_out_of_a_picture() {
    sends(
        &ModifyHeadImage::new("MEDIA", 0.0, 0.25, 1.0, 0.75),
        "POST /cgi-bin/account/modifyheadimage",
        json!({"head_img_media_id": "MEDIA", "x1": 0.0, "y1": 0.25, "x2": 1.0, "y2": 0.75}),
    );
}

#[test]
fn the_path_of_orders_is_queried_by_kind() {
    sends(&GetOrderPath::new(1), "GET /wxa/security/getorderpathinfo?info_type=1", Value::Null);
}

#[test]
fn a_privacy_guide_names_its_owner_and_uses() {
    let owner = PrivacyOwner::new().contact_email("a@b.c").notice_method("弹窗");
    sends(
        &SetPrivacySetting::new(owner).setting_list([PrivacyUse::new("Location", "送货")]),
        "POST /cgi-bin/component/setprivacysetting",
        json!({"owner_setting": {"contact_email": "a@b.c", "notice_method": "弹窗"},
            "setting_list": [{"privacy_key": "Location", "privacy_text": "送货"}]}),
    );
}

#[test]
fn the_account_shown_in_a_mini_program_is_set() {
    sends(
        &SetShownAccount::new(true).appid("wx2"),
        "POST /wxa/updateshowwxaitem",
        json!({"wxa_subscribe_biz_flag": 1, "appid": "wx2"}),
    );
}

#[test]
fn embedding_is_allowed_by_policy_and_listed_by_offset() {
    sends(
        &SetEmbeddedPolicy::new(EmbeddedPolicy::Reject),
        "POST /wxaapi/wxaembedded/set_authorize",
        json!({"flag": 2}),
    );
    sends(
        &GetEmbedded::new().start(10).num(20),
        "GET /wxaapi/wxaembedded/get_list?start=10&num=20",
        Value::Null,
    );
}

#[test]
fn live_streaming_is_applied_for_by_an_action() {
    sends(&ApplyLive::new(), "POST /wxa/business/applyliveinfo", json!({"action": "apply"}));
}

#[test]
fn a_picture_of_a_filing_is_fetched_by_its_media_id() {
    sends(&GetIcpMedia::new("M"), "GET /wxa/icp/get_icp_media?media_id=M", Value::Null);
}

#[test]
fn records_are_added_by_a_query_in_a_text() {
    sends(
        &AddDatabaseRecords::new("env", "db.collection('a').add({data: []})"),
        "POST /tcb/databaseadd",
        json!({"env": "env", "query": "db.collection('a').add({data: []})"}),
    );
}

#[test]
fn a_cloud_function_gets_its_arguments_as_the_body() {
    let arguments = json!({"n": 1, "list": ["a"]});
    let arguments = arguments.as_object().unwrap().clone();
    sends(
        &InvokeCloudFunction::new("env", "login", arguments),
        "POST /tcb/invokecloudfunction?env=env&name=login",
        json!({"n": 1, "list": ["a"]}),
    );
}

#[test]
fn files_in_the_cloud_get_links_for_a_time() {
    sends(
        &GetDownloadLinks::new("env", [FileToDownload::new("cloud://f", 60)]),
        "POST /tcb/batchdownloadfile",
        json!({"env": "env", "file_list": [{"fileid": "cloud://f", "max_age": 60}]}),
    );
}

#[test]
fn an_environment_is_shared_with_accounts() {
    sends(
        &ShareEnvironments::new([SharedEnvironment::new("env", [AppId::new("wxmini")])]),
        "POST /componenttcb/batchshareenv",
        json!({"data": [{"env": "env", "appids": ["wxmini"]}]}),
    );
}

#[test]
fn the_arguments_of_a_cloud_function_keep_their_names() {
    let arguments = json!({"name": "Ann", "env": "another"});
    let request = InvokeCloudFunction::new("env", "login", arguments.as_object().unwrap().clone());
    // Only written: arguments with the names of fields in the query are not read back.
    let mini_program = Authorizer::mini("wxcomponent", "wxmini", "refresh").id();
    let call = wire::write_call(&request, &mini_program).unwrap();
    assert_eq!(call.target(None), "/tcb/invokecloudfunction?env=env&name=login");
    let wire::Body::Json(body) = call.body() else { panic!("{call:?}") };
    assert_eq!(serde_json::from_slice::<Value>(body).unwrap(), arguments);
}

#[test]
fn a_picture_of_a_filing_is_a_part_beside_its_fields() {
    let request = UploadIcpMedia::new(
        "image",
        "icp_subject.principal_info.certificate_photo_front",
        FilePart::new("a.jpg", "image/jpeg", "JPEG"),
    )
    .certificate_type(2);
    let expected = json!({
        "type": "image",
        "icp_order_field": "icp_subject.principal_info.certificate_photo_front",
        "certificate_type": "2",
        "media": file("a.jpg", "image/jpeg", "JPEG"),
    });
    sends(&request, "POST /wxa/icp/upload_icp_media", expected);
}

#[test]
fn a_video_for_an_audit_is_a_part() {
    let request = UploadAuditMedia::new(FilePart::new("a.mp4", "video/mp4", "MP4"));
    let expected = json!({"media": file("a.mp4", "video/mp4", "MP4")});
    sends(&request, "POST /wxa/uploadmedia", expected);
}

#[test]
fn the_qr_code_of_a_trial_version_is_a_picture() {
    let picture = file_reply::<GetTrialQrCode>("PNG", "image/png", None);
    assert_eq!(picture.content, "PNG");
}

#[test]
fn an_authorized_account_is_read() {
    let account = reply::<GetAuthorizerInfo>(json!({
        "authorizer_info": {"nick_name": "店", "user_name": "gh_1", "account_status": 1,
            "service_type_info": {"id": 0, "name": "普通小程序"}, "verify_type_info": {"id": -1},
            "business_info": {"open_pay": 1, "open_card": 0},
            "MiniProgramInfo": {"network": {"RequestDomain": ["https://a.com"], "UDPDomain": []},
                "categories": [{"first": "生活", "second": "家政"}], "visit_status": 0}},
        "authorization_info": {"authorizer_appid": "wxmini", "func_info": [
            {"funcscope_category": {"id": 18, "type": 2, "name": "开发", "desc": "…"},
             "confirm_info": {"need_confirm": 0, "already_confirm": 0, "can_confirm": 0}}]}}));
    let info = account.authorizer_info;
    assert_eq!(info.verify_type_info.unwrap().id, -1);
    assert_eq!(info.business_info.unwrap().open_pay, Some(true));
    let program = info.mini_program_info.unwrap();
    assert_eq!(program.network.unwrap().request_domain, ["https://a.com"]);
    assert_eq!(account.authorization_info.unwrap().func_info[0].funcscope_category.id, 18);
}

#[test]
fn the_state_of_an_audit_is_read() {
    let state = reply::<GetLatestAuditStatus>(
        json!({"errcode": 0, "auditid": 1234567, "status": 1, "reason": "…", "ScreenShot": "a|b"}),
    );
    assert_eq!((state.auditid, state.screenshot.as_deref()), (AuditId::new(1234567), Some("a|b")));
    assert_eq!(state.status, weixin_open::code_audit::AuditStatus::Rejected);
}

#[test]
fn the_tree_of_categories_is_read() {
    let tree = reply::<GetAllCategories>(json!({"categories_list": {"categories": [
        {"id": 0, "children": [1]},
        {"id": 1, "name": "律师", "level": 1, "father": 0, "children": [], "sensitive_type": 1,
         "qualify": {"exter_list": [{"inner_list": [{"name": "证", "url": ""}]}]},
         "is_hidden": false, "type": "NORMAL", "available_for_plugin": true}]}}));
    let categories = tree.categories_list.unwrap().categories;
    assert_eq!(categories[0].children, [1]);
    let papers = categories[1].qualify.as_ref().unwrap();
    assert_eq!(papers.exter_list[0].inner_list[0].name.as_deref(), Some("证"));
    let law = &categories[1];
    assert_eq!(
        (law.kind.as_deref(), law.is_hidden, law.available_for_plugin),
        (Some("NORMAL"), Some(false), Some(true)),
    );
}

#[test]
fn basic_information_of_an_account_is_read() {
    let basic = reply::<GetAccountBasicInfo>(json!({"appid": "wxmini", "account_type": 3,
        "wx_verify_info": {"qualification_verify": true, "annual_review_begin_time": 1724244347},
        "nickname_info": {"nickname": "店", "modify_used_count": 0, "modify_quota": 2}}));
    let verified = basic.wx_verify_info.unwrap();
    assert_eq!(verified.annual_review_begin_time, Some(Timestamp::from_secs(1724244347)));
}

#[test]
fn domains_in_effect_are_read() {
    let domains = reply::<GetEffectiveServerDomain>(
        json!({"mp_domain": {"requestdomain": ["https://a.com"]}, "third_domain": {}}),
    );
    assert_eq!(domains.mp_domain.unwrap().requestdomain, ["https://a.com"]);
}

#[test]
fn an_open_account_is_read() {
    assert_eq!(
        reply::<GetOpenAccount>(json!({"open_appid": "wxopen"})).open_appid.unwrap().as_str(),
        "wxopen"
    );
}

#[test]
fn districts_are_read_at_every_level() {
    let districts = reply::<QueryIcpDistricts>(json!({"items": [{"type": 1, "code": "44",
        "name": "广东", "sub_list": [{"type": 2, "code": "4401", "name": "广州",
            "sub_list": [{"type": 3, "code": "440106", "name": "天河"}]}]}]}));
    assert_eq!(districts.items[0].sub_list[0].sub_list[0].code, "440106");
}

#[test]
fn the_state_of_a_verification_is_read() {
    let state = reply::<QueryVerification>(json!({"task_status": 12, "apply_status": 3,
        "appid": "wxmini", "refill_reason": "…", "orderid": 5}));
    assert_eq!(state.apply_status, Some(VerificationStatus::SentBack));
}

#[test]
fn the_reasons_of_a_refused_filing_are_read() {
    let state = reply::<QueryAuthAndIcp>(json!({"procedure_status": 23, "icp_audit": {
        "audit_data": [{"key_name": "住所", "error": "…", "suggest": "…"}]}}));
    assert_eq!(state.icp_audit.unwrap().audit_data[0].key_name.as_deref(), Some("住所"));
}

#[test]
fn mini_programs_that_embed_this_one_are_read() {
    let embedded = reply::<GetEmbedded>(json!({"wxa_embedded_list": [
        {"appid": "wx2", "create_time": 1648177830, "nickname": "店", "status": "2"}]}));
    assert_eq!(embedded.wxa_embedded_list[0].status, Some(EmbeddedStatus::Allowed));
}

#[test]
fn appeals_are_read_with_their_materials() {
    let appeals = reply::<GetAppealRecords>(json!({"records": [{"appeal_record_id": 4,
        "appeal_time": 1600055800, "appeal_from": 0, "appeal_status": 1, "materials": [
            {"illegal_material": {"content": "…"}, "appeal_material": {"proof_material_ids": ["x"]}}]}]}));
    let material = appeals.records[0].materials[0].appeal_material.as_ref().unwrap();
    assert_eq!(material.proof_material_ids, ["x"]);
}

#[test]
fn records_of_a_database_are_read() {
    let records = reply::<QueryDatabase>(
        json!({"pager": {"Offset": 0, "Limit": 10, "Total": 1}, "data": ["{\"_id\":\"1\"}"]}),
    );
    assert_eq!((records.pager.unwrap().total, records.data.len()), (Some(1), 1));
}

#[test]
fn authorized_accounts_are_listed_until_all_are_seen() {
    let pages = [["wx1", "wx2"], ["wx3", "wx4"]].map(|appids| {
        let list = appids.map(|appid| json!({"authorizer_appid": appid}));
        json!({"total_count": 4, "list": list})
    });
    let (accounts, sent) = component().paged(GetAuthorizers::new(0, 2), pages);
    assert_eq!(accounts.len(), 4);
    let second = json!({"component_appid": "wxcomponent", "offset": 2, "count": 2});
    assert_eq!(sent[1].1, second);
}

#[test]
fn showable_accounts_are_listed_by_page_number() {
    let pages = [
        json!({"total_num": 3, "biz_info_list": [{"appid": "wx1"}, {"appid": "wx2"}]}),
        json!({"total_num": 3, "biz_info_list": [{"appid": "wx3"}]}),
    ];
    let (accounts, sent) = mini().paged(GetShowableAccounts::new(0, 2), pages);
    assert_eq!(accounts.len(), 3);
    assert!(sent[1].0.contains("page=1"), "{}", sent[1].0);
}

#[test]
fn collections_are_listed_by_offset() {
    let page =
        json!({"pager": {"Offset": 0, "Limit": 10, "Total": 2}, "collections": [{"name": "a"}]});
    let (found, sent) = mini().paged(GetDatabaseCollections::new("env"), [&page, &page]);
    assert_eq!(found.len(), 2);
    assert_eq!(sent[1].1, json!({"env": "env", "offset": 1}));
}

#[test]
fn the_page_that_authorizes_a_platform_is_for_browsers_or_phones() {
    let component = AppId::new("wxcomponent");
    let back = "https://a.com/b?c=1";
    assert_eq!(
        authorization::authorize_url(&component, "pre@@@1", back, AuthorizeKind::Both),
        "https://mp.weixin.qq.com/cgi-bin/componentloginpage?component_appid=wxcomponent\
         &pre_auth_code=pre%40%40%401&redirect_uri=https%3A%2F%2Fa.com%2Fb%3Fc%3D1&auth_type=3"
    );
    assert_eq!(
        authorization::authorize_on_phone_url(&component, "p", "r", AuthorizeKind::Mini),
        "https://open.weixin.qq.com/wxaopen/safe/bindcomponent?action=bindcomponent&no_scan=1\
         &component_appid=wxcomponent&pre_auth_code=p&redirect_uri=r&auth_type=2#wechat_redirect"
    );
}

#[test]
fn the_page_that_authorizes_for_an_official_account_names_the_platform() {
    let (component, app) = (AppId::new("wxcomponent"), AppId::new("wxapp"));
    assert_eq!(
        oauth::authorize_url(&component, &app, "r", Scope::UserInfo, "S"),
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wxapp&redirect_uri=r\
         &response_type=code&scope=snsapi_userinfo&state=S&component_appid=wxcomponent\
         #wechat_redirect"
    );
}

#[test]
fn the_page_that_registers_a_mini_program_names_the_official_account() {
    let (component, app) = (AppId::new("wxcomponent"), AppId::new("wxapp"));
    assert_eq!(
        fast_register_url(&component, &app, "r", true),
        "https://mp.weixin.qq.com/cgi-bin/fastregisterauth?appid=wxapp\
         &component_appid=wxcomponent&copy_wx_verify=1&redirect_uri=r"
    );
}

#[test]
fn the_page_that_changes_the_administrator_is_whole() {
    let (component, app) = (AppId::new("wxcomponent"), AppId::new("wxapp"));
    assert_eq!(
        basic_info::rebind_admin_url(&component, &app, "r"),
        "https://mp.weixin.qq.com/wxopen/componentrebindadmin?appid=wxapp\
         &component_appid=wxcomponent&redirect_uri=r"
    );
}
