//! Making and changing forms.

use crate::form::FormsHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::question::FormQuestion;

/// Makes a form that belongs to the app.
#[endpoint(POST "/cgi-bin/wedoc/create_form", title = "创建收集表",
    doc = "https://developer.work.weixin.qq.com/document/path/97462",
    scope(work), reply = FormId, call = forms.create)]
pub struct CreateForm {
    /// The space of the drive it goes into; goes with the folder.
    pub spaceid: Option<String>,
    /// The folder; the space itself is its top.
    pub fatherid: Option<String>,
    /// The form.
    pub form_info: FormInfo,
}

/// A form.
#[endpoint(part, reply_to(CreateForm))]
pub struct FormId {
    /// The form. It is told only here.
    pub formid: String,
}

/// Changes a form: all questions, or the settings.
#[endpoint(POST "/cgi-bin/wedoc/modify_form", title = "编辑收集表",
    doc = "https://developer.work.weixin.qq.com/document/path/97462",
    scope(work), retry = safe, call = forms.modify)]
pub struct ModifyForm {
    /// What to change.
    pub oper: FormChange,
    /// The form.
    pub formid: String,
    /// How it is to be.
    pub form_info: FormInfo,
}

int_enum! {
    /// What to change of a form.
    pub enum FormChange {
        /// All questions.
        Questions = 1,
        /// The settings.
        Settings = 2,
    }
}

/// Tells about a form.
#[endpoint(POST "/cgi-bin/wedoc/get_form_info", title = "获取收集表信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97817",
    scope(work), retry = safe, reply = FormDetail, call = forms.get)]
pub struct GetForm {
    /// The form.
    pub formid: String,
}

/// What is known of a form.
#[endpoint(part, reply_to(GetForm))]
pub struct FormDetail {
    /// The form.
    pub form_info: FormInfo,
}

/// A form.
#[endpoint(part)]
#[derive(Default)]
pub struct FormInfo {
    /// The form; in replies only.
    pub formid: Option<String>,
    /// The title.
    pub form_title: Option<String>,
    /// What it is about.
    pub form_desc: Option<String>,
    /// The address of the picture at its head.
    pub form_header: Option<String>,
    /// The questions.
    pub form_question: Option<FormQuestions>,
    /// The settings.
    pub form_setting: Option<FormSetting>,
    /// Its rounds, the newest last; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeated_id: Vec<String>,
}

/// Questions.
#[endpoint(part)]
#[derive(Default)]
pub struct FormQuestions {
    /// The questions: up to 200.
    #[serde(default)]
    pub items: Vec<FormQuestion>,
}

/// How a form is filled in.
#[endpoint(part)]
#[derive(Default)]
pub struct FormSetting {
    /// Who may: 0 everybody, 1 some members of the corporation.
    pub fill_out_auth: Option<u8>,
    /// Which members, for 1.
    pub fill_in_range: Option<FormRange>,
    /// Who administers it.
    pub setting_manager_range: Option<FormManagers>,
    /// When it is filled in anew.
    pub timed_repeat_info: Option<FormRepeat>,
    /// Whether one may answer several times.
    pub allow_multi_fill: Option<bool>,
    /// How often it is filled in at most.
    pub max_fill_cnt: Option<u64>,
    /// When it ends.
    pub timed_finish: Option<Timestamp>,
    /// Whether answers are without names.
    pub can_anonymous: Option<bool>,
    /// Whether administrators are told of answers.
    pub can_notify_submit: Option<bool>,
}

/// Some members.
#[endpoint(part)]
#[derive(Default)]
pub struct FormRange {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departmentids: Vec<u64>,
}

/// Who administers a form.
#[endpoint(part)]
#[derive(Default)]
pub struct FormManagers {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// When a form is filled in anew.
#[endpoint(part)]
#[derive(Default)]
pub struct FormRepeat {
    /// Whether it is.
    pub enable: Option<bool>,
    /// On which days of the week, as bits: 1 Monday, 2 Tuesday, 4 Wednesday …
    pub week_flag: Option<u32>,
    /// When members are reminded: seconds since 1970.
    pub remind_time: Option<u64>,
    /// How often: 0 weekly, 1 daily, 2 monthly.
    pub repeat_type: Option<u8>,
    /// Whether holidays are left out.
    pub skip_holiday: Option<bool>,
    /// On which day of the month.
    pub day_of_month: Option<u32>,
    /// Until when a round can be filled in, as the platform numbers it.
    pub fork_finish_type: Option<u8>,
    /// When the rule was made; in replies only.
    pub rule_ctime: Option<Timestamp>,
    /// When the rule was changed; in replies only.
    pub rule_mtime: Option<Timestamp>,
}
