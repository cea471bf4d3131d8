//! Creating and changing forms.

use super::FormRoundId;
use crate::form::FormsHandle;
use crate::ids::{DepartmentId, FileId, FormId, SpaceId};
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::question::FormQuestion;

/// Creates a form that belongs to the app.
#[endpoint(POST "/cgi-bin/wedoc/create_form", title = "创建收集表",
    doc = "https://developer.work.weixin.qq.com/document/path/97462",
    scope(work), reply = CreatedForm, call = forms.create)]
pub struct CreateForm {
    /// The space of the drive that the form is created in; goes with `fatherid`. If both are left
    /// out, it is not in a space.
    pub spaceid: Option<SpaceId>,
    /// The folder that the form is created in. The id of the space stands for its top level.
    pub fatherid: Option<FileId>,
    /// Title, questions and settings of the form.
    pub form_info: FormInfo,
}

/// A form that was created.
#[endpoint(part, reply_to(CreateForm))]
pub struct CreatedForm {
    /// The new form. The platform returns the id only here, so store it.
    pub formid: crate::ids::FormId,
}

/// Replaces the questions of a form, or its settings.
#[endpoint(POST "/cgi-bin/wedoc/modify_form", title = "编辑收集表",
    doc = "https://developer.work.weixin.qq.com/document/path/97462",
    scope(work), retry = safe, call = forms.modify)]
pub struct ModifyForm {
    /// The part of the form that is replaced.
    pub oper: FormChange,
    /// The form to change.
    pub formid: FormId,
    /// The new content: title, description, header and questions for [`FormChange::Questions`],
    /// `form_setting` for [`FormChange::Settings`].
    pub form_info: FormInfo,
}

int_enum! {
    /// The part of a form that is replaced (操作类型).
    pub enum FormChange {
        /// Title, description, header and all questions (全量修改问题).
        Questions = 1,
        /// All settings (全量修改设置).
        Settings = 2,
    }
}

/// Returns a form with its questions and settings.
#[endpoint(POST "/cgi-bin/wedoc/get_form_info", title = "获取收集表信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97817",
    scope(work), retry = safe, reply = FormDetail, call = forms.get)]
pub struct GetForm {
    /// The form to return.
    pub formid: FormId,
}

/// The reply to [`GetForm`].
#[endpoint(part, reply_to(GetForm))]
pub struct FormDetail {
    /// Title, questions and settings of the form.
    pub form_info: FormInfo,
}

/// A form: title, questions and settings.
#[endpoint(part)]
#[derive(Default)]
pub struct FormInfo {
    /// Id of the form. Only in replies.
    pub formid: Option<FormId>,
    /// Title of the form. Required when a form is created.
    pub form_title: Option<String>,
    /// Description of the form.
    pub form_desc: Option<String>,
    /// Address of the image at the top of the form.
    pub form_header: Option<String>,
    /// The questions. Required when a form is created.
    pub form_question: Option<FormQuestions>,
    /// The settings; the platform's defaults if left out.
    pub form_setting: Option<FormSetting>,
    /// The rounds of the form, the newest last. Only in replies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeated_id: Vec<FormRoundId>,
}

/// The questions of a form.
#[endpoint(part)]
#[derive(Default)]
pub struct FormQuestions {
    /// The questions: up to 200.
    #[serde(default)]
    pub items: Vec<FormQuestion>,
}

/// The settings of a form.
#[endpoint(part)]
#[derive(Default)]
pub struct FormSetting {
    /// Who may fill in the form: everybody if left out.
    pub fill_out_auth: Option<FormAudience>,
    /// The members who may fill in the form, for [`FormAudience::Selected`].
    pub fill_in_range: Option<FormRange>,
    /// The members who administer the form.
    pub setting_manager_range: Option<FormManagers>,
    /// The repetition of the form (定时重复); none if left out. Excludes `timed_finish`, and wins if
    /// both are set.
    pub timed_repeat_info: Option<FormRepeat>,
    /// Whether one person may submit several answers: no if left out.
    pub allow_multi_fill: Option<bool>,
    /// Largest number of answers that are accepted.
    pub max_fill_cnt: Option<u64>,
    /// Time at which the form closes (定时关闭); 0 or left out: never.
    pub timed_finish: Option<Timestamp>,
    /// Whether answers may be anonymous: no if left out.
    pub can_anonymous: Option<bool>,
    /// Whether the administrators are told of each answer: no if left out.
    pub can_notify_submit: Option<bool>,
}

int_enum! {
    /// Who may fill in a form (填写权限).
    pub enum FormAudience {
        /// Everybody (所有人).
        Everybody = 0,
        /// Selected members and departments of the corporation (企业内指定人/部门).
        Selected = 1,
        /// All parents and students of the school (家校所有范围). It cannot be changed afterwards.
        School = 4,
    }
}

/// Members and departments that may fill in a form.
#[endpoint(part)]
#[derive(Default)]
pub struct FormRange {
    /// Members who may fill in the form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
    /// Departments whose members may fill in the form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departmentids: Vec<DepartmentId>,
}

/// The members who administer a form.
#[endpoint(part)]
#[derive(Default)]
pub struct FormManagers {
    /// The members who may change the form and see its answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// The repetition of a form (定时重复).
#[endpoint(part)]
#[derive(Default)]
pub struct FormRepeat {
    /// Whether the form repeats.
    pub enable: Option<bool>,
    /// Days of the week as a sum of bits: 1 Monday, 2 Tuesday, 4 Wednesday, 8 Thursday, 16 Friday,
    /// 32 Saturday, 64 Sunday. Only for [`FormRepeatKind::Weekly`].
    pub week_flag: Option<u32>,
    /// Time of the first reminder; its time of day holds for the later ones too.
    pub remind_time: Option<Timestamp>,
    /// The interval of repetition.
    pub repeat_type: Option<FormRepeatKind>,
    /// Whether public holidays are skipped. Only for [`FormRepeatKind::Daily`].
    pub skip_holiday: Option<bool>,
    /// Day of the month: 1 to 31. Only for [`FormRepeatKind::Monthly`].
    pub day_of_month: Option<u32>,
    /// How long a round can be filled in afterwards (是否允许补填).
    pub fork_finish_type: Option<FormRepeatDeadline>,
    /// Time at which the repetition was set up. Only in replies.
    pub rule_ctime: Option<Timestamp>,
    /// Time at which the repetition was last changed. Only in replies.
    pub rule_mtime: Option<Timestamp>,
}

int_enum! {
    /// The interval at which a form repeats (重复类型).
    pub enum FormRepeatKind {
        /// Every week (每周).
        Weekly = 0,
        /// Every day (每天).
        Daily = 1,
        /// Every month (每月).
        Monthly = 2,
    }
}

int_enum! {
    /// How long a round of a form can be filled in afterwards (是否允许补填).
    pub enum FormRepeatDeadline {
        /// Without limit (允许).
        Unlimited = 0,
        /// On the same day only (仅当天).
        SameDay = 1,
        /// Within five days (最后五天内).
        FiveDays = 2,
        /// Within a month (一个月内).
        Month = 3,
        /// Until the next round begins (下一次生成前).
        NextRound = 4,
    }
}
