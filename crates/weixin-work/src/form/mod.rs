//! Forms (收集表). `/cgi-bin/wedoc/*`

mod answer;
mod manage;
mod question;

use weixin_api::group;

pub use answer::{
    DepartmentReply, DurationReply, FormAnswer, FormAnswerList, FormAnswerStatus, FormAnswers,
    FormDepartment, FormFile, FormFiller, FormMember, FormNonSubmitter, FormReplies, FormReply,
    FormStatistic, FormStatisticKind, FormSubmitter, GetFormAnswer, GetFormStatistic, MemberReply,
    OptionExtendReply,
};
pub use manage::{
    CreateForm, CreatedForm, FormAudience, FormChange, FormDetail, FormInfo, FormManagers,
    FormQuestions, FormRange, FormRepeat, FormRepeatDeadline, FormRepeatKind, FormSetting, GetForm,
    ModifyForm,
};
pub use question::{
    CheckboxSetting, DateSetting, DurationDays, DurationSetting, DurationUnit, FormItemStatus,
    FormOption, FormQuestion, FormQuestionKind, LocationSetting, QuestionSetting, RadioSetting,
    SelectionSetting, TemperatureSetting, TemperatureUnit, TextSetting, TimeSetting, UploadLimit,
    UploadSetting,
};

weixin_api::string_id! {
    /// A round of a form (收集表周期, repeated_id). A form that repeats has one for each repetition,
    /// any other form has one.
    FormRoundId
}

weixin_api::integer_id! {
    /// An answer to a form (答案, answer_id).
    FormAnswerId(u64)
}

group! {
    /// Forms (收集表).
    forms: [CreateForm, ModifyForm, GetForm, GetFormStatistic, GetFormAnswer]
}
