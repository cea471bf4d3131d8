//! Forms that people fill in (收集表). `/cgi-bin/wedoc/*`

mod answer;
mod manage;
mod question;

use weixin_api::{Call, Caller, On, endpoints};

pub use answer::{
    DepartmentReply, DurationReply, FormAnswer, FormAnswerList, FormAnswers, FormDepartment,
    FormFile, FormFiller, FormMember, FormNonSubmitter, FormReplies, FormReply, FormStatistic,
    FormSubmitter, GetFormAnswer, GetFormAnswerCall, GetFormStatistic, GetFormStatisticCall,
    MemberReply, OptionExtendReply,
};
pub use manage::{
    CreateForm, CreateFormCall, FormChange, FormDetail, FormId, FormInfo, FormManagers,
    FormQuestions, FormRange, FormRepeat, FormSetting, GetForm, ModifyForm,
};
pub use question::{
    CheckboxSetting, DateSetting, DurationSetting, FormOption, FormQuestion, LocationSetting,
    QuestionSetting, RadioSetting, SelectionSetting, TemperatureSetting, TextSetting, TimeSetting,
    UploadLimit, UploadSetting,
};

endpoints![CreateForm, ModifyForm, GetForm, GetFormStatistic, GetFormAnswer];

/// The group as a client has it: `wx.forms()`.
#[derive(Debug)]
pub struct Forms<'c, C: ?Sized>(&'c C);

/// Gives a client `forms()`.
pub trait FormsApi: Caller {
    /// Forms that people fill in (收集表).
    fn forms(&self) -> Forms<'_, Self> {
        Forms(self)
    }
}

impl<C: Caller + ?Sized> FormsApi for C where CreateForm: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Forms<'c, C> {
    /// Makes a form; see [`CreateForm`].
    pub fn create(&self, form_info: impl Into<FormInfo>) -> Call<'c, C, CreateForm> {
        Call::new(self.0, CreateForm::new(form_info))
    }

    /// Changes a form; see [`ModifyForm`].
    pub fn modify(
        &self,
        oper: impl Into<FormChange>,
        formid: impl Into<String>,
        form_info: impl Into<FormInfo>,
    ) -> Call<'c, C, ModifyForm> {
        Call::new(self.0, ModifyForm::new(oper, formid, form_info))
    }

    /// A form; see [`GetForm`].
    pub fn get(&self, formid: impl Into<String>) -> Call<'c, C, GetForm> {
        Call::new(self.0, GetForm::new(formid))
    }

    /// Who filled a form in, a page when awaited; see [`GetFormStatistic`].
    pub fn statistic(
        &self,
        repeated_id: impl Into<String>,
        req_type: u8,
    ) -> Call<'c, C, GetFormStatistic> {
        Call::new(self.0, GetFormStatistic::new(repeated_id, req_type))
    }

    /// What was answered; see [`GetFormAnswer`].
    pub fn answers(&self, repeated_id: impl Into<String>) -> Call<'c, C, GetFormAnswer> {
        Call::new(self.0, GetFormAnswer::new(repeated_id))
    }
}
