//! Each group as it travels: requests as the platform wants them, its answers, its pushes.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::HashSet, sync::Arc};

use bytes::Bytes;
use serde_json::{Value, json};
use weixin_api::{
    Account, AccountId, AccountKind, Auth, Download, Endpoint, FilePart, LatestTicket, Paged,
    Timestamp,
    wire::{self, ApiResponse, Body, IncomingRequest, PartContent},
};
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

fn component() -> AccountId {
    ThirdPartyPlatform::new("wxcomponent", "s", Arc::new(LatestTicket::new())).id()
}

fn mini() -> AccountId {
    Authorizer::mini("wxcomponent", "wxmini", "refresh").id()
}

/// A target with its query in the order of the alphabet: what an account fills in comes last.
fn sorted(target: &str) -> String {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut pairs: Vec<_> = query.split('&').collect();
    pairs.sort_unstable();
    format!("{path}?{}", pairs.join("&"))
}

/// Target and body of a request, after the other side has read and written it.
fn sent<E: Endpoint>(request: &E) -> (String, Value) {
    let account =
        if E::INFO.scope.contains(&AccountKind::Component) { component() } else { mini() };
    let json = |call: &wire::ApiRequest| match call.body() {
        Body::Json(json) => json.clone(),
        _ => Bytes::new(),
    };
    let call = wire::write_call(request, &account).unwrap();
    let (target, body) = (call.target(None), json(&call));
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let incoming = IncomingRequest {
        method: Some(call.method()),
        path,
        query,
        content_type: None,
        body: &body,
    };
    let back = wire::read_call::<E>(incoming).unwrap();
    let again = wire::write_call(&back, &account).unwrap();
    let value = |body: &Bytes| -> Value { serde_json::from_slice(body).unwrap_or(Value::Null) };
    assert_eq!(
        (sorted(&again.target(None)), value(&json(&again))),
        (sorted(&target), value(&body))
    );
    (target, value(&body))
}

fn reply<E: Endpoint>(json: Value) -> E::Reply {
    wire::read_reply::<E>(ApiResponse::json(json.to_string())).unwrap()
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
fn requests_have_the_platforms_form() {
    let certificate = CategoryCertificate::new("执照", "MEDIA").is_permanent(true);
    let category = CategoryWithPapers::new(8_u64, 39_u64).certicates([certificate]);
    let item = AuditItem::new().address("index").tag("a b").first_id(1_u64);
    let owner = PrivacyOwner::new().contact_email("a@b.c").notice_method("弹窗");
    let arguments = json!({"n": 1, "list": ["a"]});
    let arguments = arguments.as_object().unwrap().clone();
    let company =
        RegisterCompanyMiniProgram::new("公司", "9144", CompanyCodeType::CreditCode, "wx", "王");
    let table: Vec<((String, Value), &str, Value)> = vec![
        (
            sent(&StartPushTicket::new("SECRET")),
            "/cgi-bin/component/api_start_push_ticket",
            json!({"component_appid": "wxcomponent", "component_secret": "SECRET"}),
        ),
        (
            sent(&ClearComponentQuota::new("wxmini").appsecret("S")),
            "/cgi-bin/component/clear_quota/v2?appid=wxmini&component_appid=wxcomponent&appsecret=S",
            json!({}),
        ),
        (
            sent(&GetAuthorizerInfo::new("wxmini")),
            "/cgi-bin/component/api_get_authorizer_info",
            json!({"component_appid": "wxcomponent", "authorizer_appid": "wxmini"}),
        ),
        (
            sent(&SetAuthorizerOption::new("voice_recognize", "1").authorizer_appid("wxmini")),
            "/cgi-bin/component/api_set_authorizer_option",
            json!({"component_appid": "wxcomponent", "authorizer_appid": "wxmini",
                "option_name": "voice_recognize", "option_value": "1"}),
        ),
        (
            sent(&GetComponentUserToken::new("wxofficial", "CODE")),
            "/sns/oauth2/component/access_token?appid=wxofficial&code=CODE\
             &grant_type=authorization_code&component_appid=wxcomponent",
            Value::Null,
        ),
        (
            sent(&ComponentCodeToSession::new("wxmini", "JS")),
            "/sns/component/jscode2session?appid=wxmini&grant_type=authorization_code\
             &component_appid=wxcomponent&js_code=JS",
            Value::Null,
        ),
        (
            sent(&company.component_phone("123")),
            "/cgi-bin/component/fastregisterweapp?action=create",
            json!({"name": "公司", "code": "9144", "code_type": 1, "legal_persona_wechat": "wx",
                "legal_persona_name": "王", "component_phone": "123"}),
        ),
        (
            sent(&QueryPersonalRegistration::new("TASK")),
            "/wxa/component/fastregisterpersonalweapp?action=query",
            json!({"taskid": "TASK"}),
        ),
        (sent(&CreateOpenAccount::new()), "/cgi-bin/open/create", json!({"appid": "wxmini"})),
        (
            sent(&LinkMiniProgram::new("wx2", true, false)),
            "/cgi-bin/wxopen/wxamplink",
            json!({"appid": "wx2", "notify_users": 1, "show_profile": 0}),
        ),
        (
            sent(&AddTemplate::new(7).template_type(TemplateType::Standard)),
            "/wxa/addtotemplate",
            json!({"draft_id": 7, "template_type": 1}),
        ),
        (
            sent(&GetTemplates::new().template_type(TemplateType::Ordinary)),
            "/wxa/gettemplatelist?template_type=0",
            Value::Null,
        ),
        (
            sent(&ModifyPlatformJumpDomain::new("add").wxa_jump_h5_domain("a.com;b.com")),
            "/cgi-bin/component/modify_wxa_jump_domain",
            json!({"action": "add", "wxa_jump_h5_domain": "a.com;b.com"}),
        ),
        (
            sent(&CommitCode::new("3", "{}", "V1", "first")),
            "/wxa/commit",
            json!({"template_id": "3", "ext_json": "{}", "user_version": "V1", "user_desc": "first"}),
        ),
        (
            sent(&SubmitAudit::new().item_list([item]).privacy_api_not_use(true)),
            "/wxa/submit_audit",
            json!({"item_list": [{"address": "index", "tag": "a b", "first_id": 1}],
                "privacy_api_not_use": true}),
        ),
        (
            sent(&GetHistoryVersions::new()),
            "/wxa/revertcoderelease?action=get_history_version",
            Value::Null,
        ),
        (
            sent(&RevertRelease::new().app_version(12)),
            "/wxa/revertcoderelease?app_version=12",
            Value::Null,
        ),
        (
            sent(&GrayRelease::new(30).support_debuger_first(true)),
            "/wxa/grayrelease",
            json!({"gray_percentage": 30, "support_debuger_first": true}),
        ),
        (
            sent(&AddCategory::new([category])),
            "/cgi-bin/wxopen/addcategory",
            json!({"categories": [{"first": 8, "second": 39, "certicates": [
                {"key": "执照", "value": "MEDIA", "is_permanent": 1}]}]}),
        ),
        (
            sent(&GetCategoriesByType::new().verify_type(VerifyType::Government)),
            "/cgi-bin/wxopen/getcategoriesbytype",
            json!({"verify_type": 2}),
        ),
        (sent(&GetTesters::new()), "/wxa/memberauth", json!({"action": "get_experiencer"})),
        (
            sent(&ModifyServerDomain::new("set").tcpdomain(["tcp://a.com".to_owned()])),
            "/wxa/modify_domain",
            json!({"action": "set", "tcpdomain": ["tcp://a.com"]}),
        ),
        (
            sent(&ModifyHeadImage::new("MEDIA", 0.0, 0.25, 1.0, 0.75)),
            "/cgi-bin/account/modifyheadimage",
            json!({"head_img_media_id": "MEDIA", "x1": 0.0, "y1": 0.25, "x2": 1.0, "y2": 0.75}),
        ),
        (sent(&GetOrderPath::new(1)), "/wxa/security/getorderpathinfo?info_type=1", Value::Null),
        (
            sent(
                &SetPrivacySetting::new(owner).setting_list([PrivacyUse::new("Location", "送货")]),
            ),
            "/cgi-bin/component/setprivacysetting",
            json!({"owner_setting": {"contact_email": "a@b.c", "notice_method": "弹窗"},
                "setting_list": [{"privacy_key": "Location", "privacy_text": "送货"}]}),
        ),
        (
            sent(&SetShownAccount::new(true).appid("wx2")),
            "/wxa/updateshowwxaitem",
            json!({"wxa_subscribe_biz_flag": 1, "appid": "wx2"}),
        ),
        (
            sent(&SetEmbeddedPolicy::new(EmbeddedPolicy::Reject)),
            "/wxaapi/wxaembedded/set_authorize",
            json!({"flag": 2}),
        ),
        (
            sent(&GetEmbedded::new().start(10).num(20)),
            "/wxaapi/wxaembedded/get_list?start=10&num=20",
            Value::Null,
        ),
        (sent(&ApplyLive::new()), "/wxa/business/applyliveinfo", json!({"action": "apply"})),
        (sent(&GetIcpMedia::new("M")), "/wxa/icp/get_icp_media?media_id=M", Value::Null),
        (
            sent(&AddDatabaseRecords::new("env", "db.collection('a').add({data: []})")),
            "/tcb/databaseadd",
            json!({"env": "env", "query": "db.collection('a').add({data: []})"}),
        ),
        (
            sent(&InvokeCloudFunction::new("env", "login", arguments)),
            "/tcb/invokecloudfunction?env=env&name=login",
            json!({"n": 1, "list": ["a"]}),
        ),
        (
            sent(&GetDownloadLinks::new("env", [FileToDownload::new("cloud://f", 60)])),
            "/tcb/batchdownloadfile",
            json!({"env": "env", "file_list": [{"fileid": "cloud://f", "max_age": 60}]}),
        ),
        (
            sent(&ShareEnvironments::new([SharedEnvironment::new("env", [AppId::new("wxmini")])])),
            "/componenttcb/batchshareenv",
            json!({"data": [{"env": "env", "appids": ["wxmini"]}]}),
        ),
    ];
    for ((target, body), expected_target, expected_body) in table {
        assert_eq!((sorted(&target), &body), (sorted(expected_target), &expected_body));
    }
}

#[test]
fn the_arguments_of_a_cloud_function_keep_their_names() {
    let arguments = json!({"name": "Ann", "env": "another"});
    let request = InvokeCloudFunction::new("env", "login", arguments.as_object().unwrap().clone());
    let call = wire::write_call(&request, &mini()).unwrap();
    assert_eq!(call.target(None), "/tcb/invokecloudfunction?env=env&name=login");
    let Body::Json(body) = call.body() else { panic!("no body") };
    assert_eq!(serde_json::from_slice::<Value>(body).unwrap(), arguments);
}

#[test]
fn files_are_parts_of_their_own() {
    let request = UploadIcpMedia::new(
        "image",
        "icp_subject.principal_info.certificate_photo_front",
        FilePart::new("a.jpg", "image/jpeg", "JPEG"),
    )
    .certificate_type(2);
    let call = wire::write_call(&request, &mini()).unwrap();
    let Body::Multipart(parts) = call.body() else { panic!("no parts") };
    let names: Vec<_> = parts
        .iter()
        .map(|part| (part.name(), matches!(part.content(), PartContent::File(_))))
        .collect();
    let expected =
        [("type", false), ("icp_order_field", false), ("certificate_type", false), ("media", true)];
    assert_eq!(names.iter().collect::<HashSet<_>>(), expected.iter().collect());
    let request = UploadAuditMedia::new(FilePart::new("a.mp4", "video/mp4", "MP4"));
    let call = wire::write_call(&request, &mini()).unwrap();
    assert!(matches!(call.body(), Body::Multipart(parts) if parts.len() == 1));
    let picture = ApiResponse::file("PNG", "image/png", None);
    let picture: Download = wire::read_reply::<GetTrialQrCode>(picture).unwrap();
    assert_eq!(picture.content, "PNG");
}

#[test]
fn replies_are_read() {
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

    let state = reply::<GetLatestAuditStatus>(
        json!({"errcode": 0, "auditid": 1234567, "status": 1, "reason": "…", "ScreenShot": "a|b"}),
    );
    assert_eq!((state.auditid, state.screenshot.as_deref()), (AuditId::new(1234567), Some("a|b")));
    assert_eq!(state.status, weixin_open::code_audit::AuditStatus::Rejected);

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

    let basic = reply::<GetAccountBasicInfo>(json!({"appid": "wxmini", "account_type": 3,
        "wx_verify_info": {"qualification_verify": true, "annual_review_begin_time": 1724244347},
        "nickname_info": {"nickname": "店", "modify_used_count": 0, "modify_quota": 2}}));
    let verified = basic.wx_verify_info.unwrap();
    assert_eq!(verified.annual_review_begin_time, Some(Timestamp::from_secs(1724244347)));

    let domains = reply::<GetEffectiveServerDomain>(
        json!({"mp_domain": {"requestdomain": ["https://a.com"]}, "third_domain": {}}),
    );
    assert_eq!(domains.mp_domain.unwrap().requestdomain, ["https://a.com"]);
    assert_eq!(
        reply::<GetOpenAccount>(json!({"open_appid": "wxopen"})).open_appid.unwrap().as_str(),
        "wxopen"
    );

    let districts = reply::<QueryIcpDistricts>(json!({"items": [{"type": 1, "code": "44",
        "name": "广东", "sub_list": [{"type": 2, "code": "4401", "name": "广州",
            "sub_list": [{"type": 3, "code": "440106", "name": "天河"}]}]}]}));
    assert_eq!(districts.items[0].sub_list[0].sub_list[0].code, "440106");

    let state = reply::<QueryVerification>(json!({"task_status": 12, "apply_status": 3,
        "appid": "wxmini", "refill_reason": "…", "orderid": 5}));
    assert_eq!(state.apply_status, Some(VerificationStatus::SentBack));
    let state = reply::<QueryAuthAndIcp>(json!({"procedure_status": 23, "icp_audit": {
        "audit_data": [{"key_name": "住所", "error": "…", "suggest": "…"}]}}));
    assert_eq!(state.icp_audit.unwrap().audit_data[0].key_name.as_deref(), Some("住所"));

    let embedded = reply::<GetEmbedded>(json!({"wxa_embedded_list": [
        {"appid": "wx2", "create_time": 1648177830, "nickname": "店", "status": "2"}]}));
    assert_eq!(embedded.wxa_embedded_list[0].status, Some(EmbeddedStatus::Allowed));
    let appeals = reply::<GetAppealRecords>(json!({"records": [{"appeal_record_id": 4,
        "appeal_time": 1600055800, "appeal_from": 0, "appeal_status": 1, "materials": [
            {"illegal_material": {"content": "…"}, "appeal_material": {"proof_material_ids": ["x"]}}]}]}));
    let material = appeals.records[0].materials[0].appeal_material.as_ref().unwrap();
    assert_eq!(material.proof_material_ids, ["x"]);
    let records = reply::<QueryDatabase>(
        json!({"pager": {"Offset": 0, "Limit": 10, "Total": 1}, "data": ["{\"_id\":\"1\"}"]}),
    );
    assert_eq!((records.pager.unwrap().total, records.data.len()), (Some(1), 1));
}

#[test]
fn lists_go_on_until_all_is_seen() {
    let page = |from: u64, total: u64| {
        let list: Vec<_> =
            (from..from + 2).map(|n| json!({"authorizer_appid": format!("wx{n}")})).collect();
        reply::<GetAuthorizers>(json!({"total_count": total, "list": list}))
    };
    let (items, next) = GetAuthorizers::new(0, 2).split_page(page(0, 4));
    let next = next.unwrap();
    assert_eq!((items.len(), next.offset, next.count), (2, 2, 2));
    assert!(next.split_page(page(2, 4)).1.is_none());
    let more = reply::<GetShowableAccounts>(
        json!({"total_num": 3, "biz_info_list": [{"appid": "wx1"}, {"appid": "wx2"}]}),
    );
    assert_eq!(GetShowableAccounts::new(0, 2).split_page(more.clone()).1.unwrap().page, 1);
    assert!(GetShowableAccounts::new(1, 2).split_page(more).1.is_none());
    let more = reply::<GetDatabaseCollections>(
        json!({"pager": {"Offset": 0, "Limit": 10, "Total": 2}, "collections": [{"name": "a"}]}),
    );
    let next = GetDatabaseCollections::new("env").split_page(more).1.unwrap();
    assert_eq!((next.env.as_str(), next.offset), ("env", Some(1)));
}

#[test]
fn addresses_of_pages_are_whole() {
    let (component, app) = (AppId::new("wxcomponent"), AppId::new("wxapp"));
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
    assert_eq!(
        oauth::authorize_url(&component, &app, "r", Scope::UserInfo, "S"),
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wxapp&redirect_uri=r\
         &response_type=code&scope=snsapi_userinfo&state=S&component_appid=wxcomponent\
         #wechat_redirect"
    );
    assert_eq!(
        fast_register_url(&component, &app, "r", true),
        "https://mp.weixin.qq.com/cgi-bin/fastregisterauth?appid=wxapp\
         &component_appid=wxcomponent&copy_wx_verify=1&redirect_uri=r"
    );
    assert_eq!(
        basic_info::rebind_admin_url(&component, &app, "r"),
        "https://mp.weixin.qq.com/wxopen/componentrebindadmin?appid=wxapp\
         &component_appid=wxcomponent&redirect_uri=r"
    );
}
