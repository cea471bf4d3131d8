//! User actions reported for advertisements, and forms submitted in advertisements (广告数据接入).
//! `/marketing/user_action*`, `/marketing/wechat_ad_leads/*`

use weixin_api::{Paged, StringEnum, Timestamp, endpoint, group};

group! {
    /// User actions reported for advertisements (广告数据接入).
    marketing: [
        AddUserActionSet, GetUserActionSets, AddUserActions, GetUserActionSetReport, GetAdLeads,
    ]
}

weixin_api::string_id! {
    /// A tap on an advertisement (点击, click_id); the platform adds it to the address of the page as
    /// `gdt_vid`.
    ClickId
    /// An agency that runs advertisements for others (代理商, agency_id).
    AgencyId
}

weixin_api::integer_id! {
    /// A source of user actions (数据源, user_action_set_id).
    UserActionSetId(u64)
    /// An advertisement (广告, adgroup_id).
    AdGroupId(u64)
    /// A campaign of advertisements (推广计划, campaign_id).
    CampaignId(u64)
}

/// Where the actions of a source happen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum UserActionSource {
    /// On web pages.
    #[string_enum(rename = "WEB")]
    Web,
    /// A value that this version does not know.
    Other(String),
}

/// What a user did (行为类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum UserActionKind {
    /// They placed an order (下单).
    #[string_enum(rename = "COMPLETE_ORDER")]
    CompleteOrder,
    /// They filled in a form (表单预约).
    #[string_enum(rename = "RESERVATION")]
    Reservation,
    /// They registered (注册).
    #[string_enum(rename = "REGISTER")]
    Register,
    /// A value that this version does not know.
    Other(String),
}

/// Creates a source of user actions (数据源).
#[endpoint(POST "/marketing/user_action_sets/add", title = "创建数据源",
    scope(official, mini), reply = AddedUserActionSet, call = marketing.add_action_set)]
pub struct AddUserActionSet {
    /// The version of the API, always `v1.0`.
    #[query]
    #[serde(default = "version")]
    pub version: String,
    /// Where the actions happen.
    #[serde(rename = "type")]
    pub kind: UserActionSource,
    /// The name of the source.
    pub name: Option<String>,
    /// A description, up to 128 bytes.
    pub description: Option<String>,
}

fn version() -> String {
    "v1.0".to_owned()
}

/// The reply with a created source.
#[endpoint(part, reply_to(AddUserActionSet))]
pub struct AddedUserActionSet {
    /// The source.
    pub data: UserActionSetRef,
}

/// A reference to a source of user actions.
#[endpoint(part)]
pub struct UserActionSetRef {
    /// The source.
    pub user_action_set_id: UserActionSetId,
}

/// Returns a source of user actions.
#[endpoint(GET "/marketing/user_action_sets/get", title = "数据源信息查询",
    scope(official, mini), reply = UserActionSets, call = marketing.action_set)]
pub struct GetUserActionSets {
    /// The version of the API, always `v1.0`.
    #[serde(default = "version")]
    pub version: String,
    /// The source.
    pub user_action_set_id: UserActionSetId,
}

/// The reply with sources of user actions.
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

/// A source of user actions (数据源).
#[endpoint(part)]
pub struct UserActionSet {
    /// The source.
    pub user_action_set_id: Option<UserActionSetId>,
    /// Where the actions happen.
    #[serde(rename = "type")]
    pub kind: Option<UserActionSource>,
    /// The name of the source.
    pub name: Option<String>,
    /// The description of the source.
    pub description: Option<String>,
    /// Whether actions have been reported to the source yet.
    pub activate_status: Option<bool>,
    /// When the source was created, as the platform formats it.
    pub created_time: Option<String>,
}

/// Reports what users did, so that advertisements are shown to similar users (回传数据).
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::marketing::{UserAction, UserActionKind};
/// # use weixin_official::marketing::{UserActionSetId, UserActionTrace};
/// # use weixin_official::prelude::*;
/// # async fn example(
/// #     wx: impl Caller<Kind = Official>, set: UserActionSetId, click_id: &str,
/// # ) -> Result<(), Error> {
/// let order = UserAction::new(set, wx.now(), UserActionKind::CompleteOrder)
///     .url("https://shop.example.com/checkout")
///     .trace(UserActionTrace::new(click_id));
/// wx.marketing().add_actions([order]).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/marketing/user_actions/add", title = "回传数据",
    scope(official, mini), call = marketing.add_actions)]
pub struct AddUserActions {
    /// The version of the API, always `v1.0`.
    #[query]
    #[serde(default = "version")]
    pub version: String,
    /// The actions, up to 50.
    pub actions: Vec<UserAction>,
}

/// An action of a user.
#[endpoint(part)]
pub struct UserAction {
    /// The source that the action is reported to.
    pub user_action_set_id: UserActionSetId,
    /// The page on which it happened.
    pub url: Option<String>,
    /// When it happened.
    pub action_time: Timestamp,
    /// What the user did.
    pub action_type: UserActionKind,
    /// The advertisement that brought the user.
    pub trace: Option<UserActionTrace>,
    /// Further parameters of the action.
    pub action_param: Option<UserActionParameter>,
}

/// The advertisement that brought a user.
#[endpoint(part)]
pub struct UserActionTrace {
    /// The tap on the advertisement: the parameter `gdt_vid` or `qz_gdt` in the address of the
    /// page.
    pub click_id: ClickId,
}

/// Further parameters of a user's action.
#[endpoint(part)]
pub struct UserActionParameter {
    /// The value of the order, in fen (0.01 yuan).
    pub value: Option<u64>,
    /// How the user asked to be contacted (线索类型).
    pub leads_type: Option<LeadsKind>,
}

/// How a user asked to be contacted (线索类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum LeadsKind {
    /// By a call.
    #[string_enum(rename = "PHONE")]
    Phone,
    /// By a form.
    #[string_enum(rename = "RESERVE")]
    Reserve,
    /// A value that this version does not know.
    Other(String),
}

/// Returns the numbers of actions reported to a source (数据源报表).
#[endpoint(GET "/marketing/user_action_set_reports/get", title = "数据源报表查询",
    scope(official, mini), reply = UserActionSetReport, call = marketing.action_set_report)]
pub struct GetUserActionSetReport {
    /// The version of the API, always `v1.0`.
    #[serde(default = "version")]
    pub version: String,
    /// The source that the report is about.
    pub user_action_set_id: UserActionSetId,
    /// The days the report covers.
    #[serde(with = "weixin_api::json_text")]
    pub date_range: DateRange,
    /// The length of the periods. `None`: hours.
    pub time_granularity: Option<TimeGranularity>,
    /// What the actions are grouped by.
    pub aggregation: Option<ReportAggregation>,
}

/// The length of the periods of a report.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum TimeGranularity {
    /// Days.
    #[string_enum(rename = "DAILY")]
    Daily,
    /// Hours.
    #[string_enum(rename = "HOURLY")]
    Hourly,
    /// A value that this version does not know.
    Other(String),
}

/// What the actions in a report are grouped by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ReportAggregation {
    /// The host of the page.
    #[string_enum(rename = "DOMAIN")]
    Domain,
    /// What the user did.
    #[string_enum(rename = "ACTION_TYPE")]
    ActionType,
    /// A value that this version does not know.
    Other(String),
}

/// A range of days.
#[endpoint(part)]
pub struct DateRange {
    /// The first day, as in `2024-01-31`.
    pub start_date: String,
    /// The last day, included.
    pub end_date: String,
}

/// The reply with a report.
#[endpoint(part, reply_to(GetUserActionSetReport))]
pub struct UserActionSetReport {
    /// The report.
    pub data: UserActionSetReportList,
}

/// A report by period.
#[endpoint(part)]
pub struct UserActionSetReportList {
    /// One entry for each period and group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<UserActionCount>,
}

/// The actions of one period and group.
#[endpoint(part)]
pub struct UserActionCount {
    /// The day, as in `2024-01-31`.
    pub date: Option<String>,
    /// The hour, 0 to 23. Only in reports by hour.
    pub hour: Option<u8>,
    /// The host of the pages. Only when grouped by [`ReportAggregation::Domain`].
    pub domain: Option<String>,
    /// What users did. Only when grouped by [`ReportAggregation::ActionType`].
    pub action_type: Option<UserActionKind>,
    /// The name of an action that the account defined itself.
    pub custom_action: Option<String>,
    /// How many actions were reported.
    pub raw_action_count: Option<u64>,
    /// For how many of them the platform identified the user.
    pub identified_action_count: Option<u64>,
    /// How many different users it identified.
    pub identified_user_count: Option<u64>,
}

/// Returns what users entered into the forms of advertisements in Moments (朋友圈销售线索).
#[endpoint(GET "/marketing/wechat_ad_leads/get", title = "获取朋友圈销售线索",
    scope(official), reply = AdLeads, call = marketing.leads)]
pub struct GetAdLeads {
    /// The days covered, by the time a form was last submitted: at most one year, of the last year.
    #[serde(with = "weixin_api::json_text")]
    pub date_range: DateRange,
    /// Conditions that the forms must meet. `None`: all forms.
    #[serde(
        default,
        with = "weixin_api::json_text::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub filtering: Option<Vec<AdLeadFilter>>,
    /// The page, from 1. `None`: 1.
    pub page: Option<u32>,
    /// How many forms a page has, at most 100.
    pub page_size: Option<u32>,
    /// The version of the API, always `v1.0`.
    #[serde(default = "version")]
    pub version: String,
}

/// A condition on the forms returned.
#[endpoint(part)]
pub struct AdLeadFilter {
    /// The field that is compared.
    pub field: AdLeadFilterField,
    /// How it is compared.
    pub operator: FilterOperator,
    /// The values it is compared with; one, except for [`FilterOperator::In`].
    pub values: Vec<String>,
}

/// A field of the forms of advertisements that can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AdLeadFilterField {
    /// The campaign (推广计划).
    CampaignId,
    /// When the campaign was created.
    CampaignCreatedTime,
    /// Where the advertisement was shown (广告位类型).
    PositionType,
    /// A value that this version does not know.
    Other(String),
}

/// How a field is compared with values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum FilterOperator {
    /// It equals the value.
    #[string_enum(rename = "EQUALS")]
    Equals,
    /// It is one of the values.
    #[string_enum(rename = "IN")]
    In,
    /// It is greater than or equal to the value.
    #[string_enum(rename = "GREATER_EQUALS")]
    GreaterEquals,
    /// A value that this version does not know.
    Other(String),
}

/// The reply with a page of forms.
#[endpoint(part, reply_to(GetAdLeads))]
pub struct AdLeads {
    /// The page.
    pub data: AdLeadsPage,
}

/// A page of the forms that users submitted.
#[endpoint(part)]
pub struct AdLeadsPage {
    /// The forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<AdLead>,
    /// The position of the page.
    pub page_info: Option<AdLeadsPageInfo>,
}

/// The position of a page.
#[endpoint(part)]
pub struct AdLeadsPageInfo {
    /// The page, from 1.
    pub page: Option<u32>,
    /// How many forms a page has.
    pub page_size: Option<u32>,
    /// How many forms there are in all.
    pub total_number: Option<u64>,
    /// How many pages there are in all.
    pub total_page: Option<u32>,
}

/// A form of an advertisement that a user submitted.
#[endpoint(part)]
pub struct AdLead {
    /// The tap on the advertisement.
    pub click_id: Option<ClickId>,
    /// The advertisement that the form belongs to.
    pub adgroup_id: Option<AdGroupId>,
    /// The name of the advertisement.
    pub adgroup_name: Option<String>,
    /// The campaign that the advertisement belongs to.
    pub campaign_id: Option<CampaignId>,
    /// The name of the campaign.
    pub campaign_name: Option<String>,
    /// The agency that runs the advertisement; missing if there is none.
    pub agency_id: Option<AgencyId>,
    /// The name of the agency.
    pub agency_name: Option<String>,
    /// The fields of the form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads_info: Vec<AdLeadField>,
}

/// A field of a submitted form.
#[endpoint(part)]
pub struct AdLeadField {
    /// The name of the field.
    pub key: Option<String>,
    /// What the user entered.
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
