//! Forms that people fill in (收集表). `/cgi-bin/wedoc/*`

mod answer;
mod manage;
mod question;

use weixin_api::group;

pub use answer::{
    DepartmentReply, DurationReply, FormAnswer, FormAnswerList, FormAnswers, FormDepartment,
    FormFile, FormFiller, FormMember, FormNonSubmitter, FormReplies, FormReply, FormStatistic,
    FormSubmitter, GetFormAnswer, GetFormStatistic, MemberReply, OptionExtendReply,
};
pub use manage::{
    CreateForm, FormChange, FormDetail, FormId, FormInfo, FormManagers, FormQuestions, FormRange,
    FormRepeat, FormSetting, GetForm, ModifyForm,
};
pub use question::{
    CheckboxSetting, DateSetting, DurationSetting, FormOption, FormQuestion, LocationSetting,
    QuestionSetting, RadioSetting, SelectionSetting, TemperatureSetting, TextSetting, TimeSetting,
    UploadLimit, UploadSetting,
};

group! {
    /// Forms that people fill in (收集表).
    forms: [CreateForm, ModifyForm, GetForm, GetFormStatistic, GetFormAnswer]
}
