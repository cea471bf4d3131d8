//! Questions of forms.

use weixin_api::{endpoint, int_enum};

/// A question of a form.
#[endpoint(part)]
pub struct FormQuestion {
    /// Number of the question, unique within the form and chosen by the caller: from 1 on, or from
    /// 2 on in forms for a school. Answers refer to it.
    pub question_id: u64,
    /// Position of the question, counted from 1.
    pub pos: u64,
    /// The text of the question.
    pub title: String,
    /// Whether the question is in use: required when a form is created.
    pub status: Option<FormItemStatus>,
    /// The kind of question.
    pub reply_type: FormQuestionKind,
    /// Whether the question has to be answered.
    pub must_reply: Option<bool>,
    /// A note below the question.
    pub note: Option<String>,
    /// The options, for questions of choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_item: Vec<FormOption>,
    /// A hint in the empty input field.
    pub placeholder: Option<String>,
    /// Settings of the kind of question; the platform's defaults if left out.
    pub question_extend_setting: Option<QuestionSetting>,
}

int_enum! {
    /// Whether a question or an option is in use (状态).
    pub enum FormItemStatus {
        /// In use (正常).
        Normal = 1,
        /// Deleted (被删除).
        Deleted = 2,
    }
}

int_enum! {
    /// The kind of a question (问题类型).
    pub enum FormQuestionKind {
        /// A text (文本).
        Text = 1,
        /// One of several options (单选).
        Radio = 2,
        /// Any of several options (多选).
        Checkbox = 3,
        /// A location (位置).
        Location = 5,
        /// Images (图片).
        Image = 9,
        /// Files (文件).
        File = 10,
        /// A date (日期).
        Date = 11,
        /// A time of day (时间).
        Time = 14,
        /// One option of a drop-down list (下拉列表).
        Dropdown = 15,
        /// A body temperature (体温).
        Temperature = 16,
        /// A signature (签名).
        Signature = 17,
        /// Departments (部门).
        Department = 18,
        /// Members (成员).
        Member = 19,
        /// A period of time (时长).
        Duration = 22,
    }
}

/// An option of a question of choice.
#[endpoint(part)]
pub struct FormOption {
    /// Number of the option, unique within the question and counted from 1. Answers refer to it.
    pub key: u64,
    /// The text of the option.
    pub value: String,
    /// Whether the option is in use: required when a form is created.
    pub status: Option<FormItemStatus>,
}

/// Settings of a question: the field that matches the kind of question is set.
///
/// This is no enum, because the kind stands elsewhere, in [`FormQuestion::reply_type`], and some
/// kinds have no settings.
#[endpoint(part)]
#[derive(Default)]
pub struct QuestionSetting {
    /// For [`FormQuestionKind::Text`].
    pub text_setting: Option<TextSetting>,
    /// For [`FormQuestionKind::Radio`].
    pub radio_setting: Option<RadioSetting>,
    /// For [`FormQuestionKind::Checkbox`].
    pub checkbox_setting: Option<CheckboxSetting>,
    /// For [`FormQuestionKind::Location`].
    pub location_setting: Option<LocationSetting>,
    /// For [`FormQuestionKind::Image`].
    pub image_setting: Option<UploadSetting>,
    /// For [`FormQuestionKind::File`].
    pub file_setting: Option<UploadSetting>,
    /// For [`FormQuestionKind::Date`].
    pub date_setting: Option<DateSetting>,
    /// For [`FormQuestionKind::Time`].
    pub time_setting: Option<TimeSetting>,
    /// For [`FormQuestionKind::Duration`].
    pub duration_setting: Option<DurationSetting>,
    /// For [`FormQuestionKind::Temperature`].
    pub temperature_setting: Option<TemperatureSetting>,
    /// For [`FormQuestionKind::Department`].
    pub department_setting: Option<SelectionSetting>,
    /// For [`FormQuestionKind::Member`].
    pub member_setting: Option<SelectionSetting>,
}

/// Restrictions of a text.
#[endpoint(part)]
#[derive(Default)]
pub struct TextSetting {
    /// The check that the text has to pass, as a number that the platform defines
    /// (`question_extend_setting`, 文本).
    pub validation_type: Option<u8>,
    /// The variant of the check, as a number that the platform defines.
    pub validation_detail: Option<u8>,
    /// Limit of the length in characters, for checks of the length.
    pub char_len: Option<u64>,
    /// Smallest number, for checks of numbers.
    pub number_min: Option<f64>,
    /// Largest number, for checks of numbers.
    pub number_max: Option<f64>,
}

/// Settings of a choice of one option.
#[endpoint(part)]
#[derive(Default)]
pub struct RadioSetting {
    /// Whether an option with free text is added ("other", 其他).
    pub add_other_option: Option<bool>,
}

/// Settings of a choice of any options.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckboxSetting {
    /// Whether an option with free text is added ("other", 其他).
    pub add_other_option: Option<bool>,
    /// The meaning of `number`, as a number that the platform defines (`question_extend_setting`,
    /// 多选).
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// Number of options that can or have to be chosen.
    pub number: Option<u64>,
}

/// Restrictions of a location.
#[endpoint(part)]
#[derive(Default)]
pub struct LocationSetting {
    /// The precision of the location, as a number that the platform defines
    /// (`question_extend_setting`, 位置).
    pub location_type: Option<u8>,
    /// The range in which the location can be moved, as a number that the platform defines.
    pub distance_type: Option<u8>,
}

/// Restrictions of uploads.
#[endpoint(part)]
#[derive(Default)]
pub struct UploadSetting {
    /// Whether only pictures that are taken on the spot are accepted (仅限手机拍照).
    pub camera_only: Option<bool>,
    /// Number and size of images, for [`FormQuestionKind::Image`].
    pub upload_image_limit: Option<UploadLimit>,
    /// Number and size of files, for [`FormQuestionKind::File`].
    pub upload_file_limit: Option<UploadLimit>,
}

/// Number and size of uploads.
#[endpoint(part)]
#[derive(Default)]
pub struct UploadLimit {
    /// The meaning of `count`, as a number that the platform defines (`question_extend_setting`,
    /// 图片).
    pub count_limit_type: Option<u8>,
    /// Number of uploads: 1 to 9.
    pub count: Option<u64>,
    /// Largest size of an upload in MB: up to 3,000.
    pub max_size: Option<u64>,
}

/// Settings of a date.
#[endpoint(part)]
#[derive(Default)]
pub struct DateSetting {
    /// The format of the date, as a number that the platform defines (`question_extend_setting`,
    /// 日期).
    pub date_format_type: Option<u8>,
}

/// Settings of a time of day.
#[endpoint(part)]
#[derive(Default)]
pub struct TimeSetting {
    /// The format of the time, as a number that the platform defines (`question_extend_setting`,
    /// 时间).
    pub time_format_type: Option<u8>,
}

/// Settings of a period of time.
#[endpoint(part)]
#[derive(Default)]
pub struct DurationSetting {
    /// The unit in which the length is given.
    pub time_scale: Option<DurationUnit>,
    /// The days that count.
    pub date_type: Option<DurationDays>,
    /// Number of hours that count as a day.
    pub day_range: Option<u64>,
}

int_enum! {
    /// The unit of a period of time (时间刻度).
    pub enum DurationUnit {
        /// Days (按天).
        Days = 1,
        /// Hours (按小时).
        Hours = 2,
    }
}

int_enum! {
    /// The days that count in a period of time (日期类型).
    pub enum DurationDays {
        /// All days (自然日).
        All = 1,
        /// Working days (工作日).
        WorkingDays = 2,
    }
}

/// Settings of a body temperature.
#[endpoint(part)]
#[derive(Default)]
pub struct TemperatureSetting {
    /// The unit of the temperature.
    pub unit_type: Option<TemperatureUnit>,
}

int_enum! {
    /// The unit of a body temperature (体温单位).
    pub enum TemperatureUnit {
        /// Degrees Celsius (摄氏度).
        Celsius = 1,
        /// Degrees Fahrenheit (华氏度).
        Fahrenheit = 2,
    }
}

/// Settings of a choice of departments or members.
#[endpoint(part)]
#[derive(Default)]
pub struct SelectionSetting {
    /// Whether several can be chosen.
    pub allow_multiple_selection: Option<bool>,
}
