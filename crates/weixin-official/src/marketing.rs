//! What users did, for advertisements, and what advertisements brought (广告数据接入). `/marketing/user_action*`,
//! `/marketing/wechat_ad_leads/*`

use weixin_api::{Paged, Timestamp, endpoint, group};

group! {
    /// What users did, for advertisements (广告数据接入).
    marketing: [AddUserActionSet, GetUserActionSets, AddUserActions, GetUserActionSetReport, GetAdLeads]
}

/// Makes a source of user actions.
#[endpoint(POST "/marketing/user_action_sets/add", title = "创建数据源",
    scope(official, mini), reply = AddedUserActionSet, call = marketing.add_action_set)]
pub struct AddUserActionSet {
    /// Always `v1.0`.
    #[query]
    #[serde(default = "version")]
    pub version: String,
    /// From where: `WEB` for web pages.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its name.
    pub name: Option<String>,
    /// What it is: up to 128 bytes.
    pub description: Option<String>,
}

fn version() -> String {
    "v1.0".to_owned()
}

/// A source that was made.
#[endpoint(part, reply_to(AddUserActionSet))]
pub struct AddedUserActionSet {
    /// The source.
    pub data: UserActionSetId,
}

/// A source of user actions, by its number.
#[endpoint(part)]
pub struct UserActionSetId {
    /// The number.
    pub user_action_set_id: u64,
}

/// Tells about a source of user actions.
#[endpoint(GET "/marketing/user_action_sets/get", title = "数据源信息查询",
    scope(official, mini), reply = UserActionSets, call = marketing.action_set)]
pub struct GetUserActionSets {
    /// Always `v1.0`.
    #[serde(default = "version")]
    pub version: String,
    /// The source.
    pub user_action_set_id: u64,
}

/// Sources of user actions.
#[endpoint(part, reply_to(GetUserActionSets))]
pub struct UserActionSets {
    /// The sources.
    pub data: UserActionSetList,
}

/// A list of sources of user actions.
#[endpoint(part)]
pub struct UserActionSetList {
    /// The sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<UserActionSet>,
}

/// A source of user actions.
#[endpoint(part)]
pub struct UserActionSet {
    /// Its number.
    pub user_action_set_id: Option<u64>,
    /// From where.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// Whether anything has come from it.
    pub activate_status: Option<bool>,
    /// When it was made.
    pub created_time: Option<String>,
}

/// Tells what users did, so that advertisements find others like them.
#[endpoint(POST "/marketing/user_actions/add", title = "回传数据",
    scope(official, mini), call = marketing.add_actions)]
pub struct AddUserActions {
    /// Always `v1.0`.
    #[query]
    #[serde(default = "version")]
    pub version: String,
    /// What they did: up to 50.
    pub actions: Vec<UserAction>,
}

/// What a user did.
#[endpoint(part)]
pub struct UserAction {
    /// The source.
    pub user_action_set_id: u64,
    /// On which page.
    pub url: Option<String>,
    /// When.
    pub action_time: Timestamp,
    /// What: `COMPLETE_ORDER`, `RESERVATION`, `REGISTER` and others.
    pub action_type: String,
    /// The advertisement that brought them.
    pub trace: Option<UserActionTrace>,
    /// More about it.
    pub action_param: Option<UserActionParameter>,
}

/// The advertisement that brought a user.
#[endpoint(part)]
pub struct UserActionTrace {
    /// The tap on it: `gdt_vid` or `qz_gdt` in the address of the page.
    pub click_id: String,
}

/// More about what a user did.
#[endpoint(part)]
pub struct UserActionParameter {
    /// The worth of an order, in fen (0.01 yuan).
    pub value: Option<u64>,
    /// In which way they may be reached.
    pub leads_type: Option<String>,
}

/// Says how much came from a source of user actions.
#[endpoint(GET "/marketing/user_action_set_reports/get", title = "数据源报表查询",
    scope(official, mini), reply = UserActionSetReport, call = marketing.action_set_report)]
pub struct GetUserActionSetReport {
    /// Always `v1.0`.
    #[serde(default = "version")]
    pub version: String,
    /// The source.
    pub user_action_set_id: u64,
    /// From which day until which.
    #[serde(with = "weixin_api::json_text")]
    pub date_range: DateRange,
    /// `DAILY` or `HOURLY`; by the hour if left out.
    pub time_granularity: Option<String>,
    /// By what it is added up: `DOMAIN` or `ACTION_TYPE`.
    pub aggregation: Option<String>,
}

/// Some days.
#[endpoint(part)]
pub struct DateRange {
    /// The first, as in `2024-01-31`.
    pub start_date: String,
    /// The last.
    pub end_date: String,
}

/// How much came from a source of user actions.
#[endpoint(part, reply_to(GetUserActionSetReport))]
pub struct UserActionSetReport {
    /// By day or hour.
    pub data: UserActionSetReportList,
}

/// How much came from a source, by day or hour.
#[endpoint(part)]
pub struct UserActionSetReportList {
    /// The counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<UserActionCount>,
}

/// How much came from a source within a day or an hour.
#[endpoint(part)]
pub struct UserActionCount {
    /// The day.
    pub date: Option<String>,
    /// The hour.
    pub hour: Option<u8>,
    /// The host of the pages, if that is what it is added up by.
    pub domain: Option<String>,
    /// What users did, if that is what it is added up by.
    pub action_type: Option<String>,
    /// The same, where it has a name of its own.
    pub custom_action: Option<String>,
    /// How many actions came.
    pub raw_action_count: Option<u64>,
    /// Of how many of them the user is known.
    pub identified_action_count: Option<u64>,
    /// How many users that are.
    pub identified_user_count: Option<u64>,
}

/// Gives what users wrote into the forms of advertisements.
#[endpoint(GET "/marketing/wechat_ad_leads/get", title = "获取朋友圈销售线索",
    scope(official), reply = AdLeads, call = marketing.leads)]
pub struct GetAdLeads {
    /// From which day until which.
    #[serde(with = "weixin_api::json_text")]
    pub date_range: DateRange,
    /// Which of them.
    #[serde(
        default,
        with = "weixin_api::json_text::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub filtering: Option<Vec<AdLeadFilter>>,
    /// The page, from 1.
    pub page: Option<u32>,
    /// How many are on a page: up to 100.
    pub page_size: Option<u32>,
    /// Always `v1.0`.
    #[serde(default = "version")]
    pub version: String,
}

/// Which forms are asked for.
#[endpoint(part)]
pub struct AdLeadFilter {
    /// What of them.
    pub field: String,
    /// How it is compared: `EQUALS`, `IN` and others.
    pub operator: String,
    /// With what.
    pub values: Vec<String>,
}

/// What users wrote into the forms of advertisements.
#[endpoint(part, reply_to(GetAdLeads))]
pub struct AdLeads {
    /// A page of it.
    pub data: AdLeadsPage,
}

/// A page of what users wrote.
#[endpoint(part)]
pub struct AdLeadsPage {
    /// The forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<AdLead>,
    /// Which page it is.
    pub page_info: Option<AdLeadsPageInfo>,
}

/// Which page it is.
#[endpoint(part)]
pub struct AdLeadsPageInfo {
    /// The page, from 1.
    pub page: Option<u32>,
    /// How many are on a page.
    pub page_size: Option<u32>,
    /// How many there are on all pages.
    pub total_number: Option<u64>,
    /// How many pages there are.
    pub total_page: Option<u32>,
}

/// What a user wrote into the form of an advertisement.
#[endpoint(part)]
pub struct AdLead {
    /// The tap on the advertisement.
    pub click_id: Option<String>,
    /// The group of advertisements.
    pub adgroup_id: Option<u64>,
    /// Its name.
    pub adgroup_name: Option<String>,
    /// The campaign.
    pub campaign_id: Option<u64>,
    /// Its name.
    pub campaign_name: Option<String>,
    /// The agency.
    pub agency_id: Option<String>,
    /// Its name.
    pub agency_name: Option<String>,
    /// What was written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads_info: Vec<AdLeadField>,
}

/// What was written into a field of a form.
#[endpoint(part)]
pub struct AdLeadField {
    /// The field.
    pub key: Option<String>,
    /// What was written.
    pub value: Option<String>,
}

impl Paged for GetAdLeads {
    type Item = AdLead;
    fn split_page(mut self, reply: AdLeads) -> (Vec<AdLead>, Option<Self>) {
        let page = self.page.unwrap_or(1);
        let pages = reply.data.page_info.and_then(|info| info.total_page).unwrap_or_default();
        self.page = Some(page + 1);
        (reply.data.list, (page < pages).then_some(self))
    }
}
