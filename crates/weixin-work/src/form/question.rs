//! Questions.

use weixin_api::endpoint;

/// A question.
#[endpoint(part)]
pub struct FormQuestion {
    /// The question, from 1 on.
    pub question_id: u64,
    /// Its place, from 1 on.
    pub pos: u64,
    /// What is asked.
    pub title: String,
    /// 1 it is there, 2 it was deleted.
    pub status: Option<u8>,
    /// How it is answered: 1 text, 2 one of several, 3 some of several, 5 place, 9 picture, 10
    /// file, 11 day, 14 time, 15 list, 16 temperature, 17 signature, 18 department, 19 member, 22
    /// length of time.
    pub reply_type: u8,
    /// Whether it must be answered.
    pub must_reply: Option<bool>,
    /// A note.
    pub note: Option<String>,
    /// What there is to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_item: Vec<FormOption>,
    /// A hint.
    pub placeholder: Option<String>,
    /// What is special about it.
    pub question_extend_setting: Option<QuestionSetting>,
}

/// An answer to choose.
#[endpoint(part)]
pub struct FormOption {
    /// The answer, from 1 on.
    pub key: u64,
    /// What it says.
    pub value: String,
    /// 1 it is there, 2 it was deleted.
    pub status: Option<u8>,
}

/// What is special about a question; the field of its kind is there.
#[endpoint(part)]
#[derive(Default)]
pub struct QuestionSetting {
    /// A text.
    pub text_setting: Option<TextSetting>,
    /// One of several.
    pub radio_setting: Option<RadioSetting>,
    /// Some of several.
    pub checkbox_setting: Option<CheckboxSetting>,
    /// A place.
    pub location_setting: Option<LocationSetting>,
    /// A picture.
    pub image_setting: Option<UploadSetting>,
    /// A file.
    pub file_setting: Option<UploadSetting>,
    /// A day.
    pub date_setting: Option<DateSetting>,
    /// A time.
    pub time_setting: Option<TimeSetting>,
    /// A length of time.
    pub duration_setting: Option<DurationSetting>,
    /// A temperature.
    pub temperature_setting: Option<TemperatureSetting>,
    /// A department.
    pub department_setting: Option<SelectionSetting>,
    /// A member.
    pub member_setting: Option<SelectionSetting>,
}

/// How a text may be.
#[endpoint(part)]
#[derive(Default)]
pub struct TextSetting {
    /// What it must be, as the platform numbers it.
    pub validation_type: Option<u8>,
    /// The same, more closely, as the platform numbers it.
    pub validation_detail: Option<u8>,
    /// How long it may be, for a text.
    pub char_len: Option<u64>,
    /// The least, for a number.
    pub number_min: Option<f64>,
    /// The most, for a number.
    pub number_max: Option<f64>,
}

/// What else may be chosen.
#[endpoint(part)]
#[derive(Default)]
pub struct RadioSetting {
    /// Whether there is "other".
    pub add_other_option: Option<bool>,
}

/// How many may be chosen.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckboxSetting {
    /// Whether there is "other".
    pub add_other_option: Option<bool>,
    /// How `number` is meant, as the platform numbers it.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// How many.
    pub number: Option<u64>,
}

/// Which place may be told.
#[endpoint(part)]
#[derive(Default)]
pub struct LocationSetting {
    /// How closely, as the platform numbers it.
    pub location_type: Option<u8>,
    /// How far around, as the platform numbers it.
    pub distance_type: Option<u8>,
}

/// What may be uploaded.
#[endpoint(part)]
#[derive(Default)]
pub struct UploadSetting {
    /// Whether it must be taken just now.
    pub camera_only: Option<bool>,
    /// How much, for pictures.
    pub upload_image_limit: Option<UploadLimit>,
    /// How much, for files.
    pub upload_file_limit: Option<UploadLimit>,
}

/// How much may be uploaded.
#[endpoint(part)]
#[derive(Default)]
pub struct UploadLimit {
    /// How `count` is meant, as the platform numbers it.
    pub count_limit_type: Option<u8>,
    /// How many.
    pub count: Option<u64>,
    /// How large, in MB.
    pub max_size: Option<u64>,
}

/// How a day is told.
#[endpoint(part)]
#[derive(Default)]
pub struct DateSetting {
    /// The form, as the platform numbers it.
    pub date_format_type: Option<u8>,
}

/// How a time is told.
#[endpoint(part)]
#[derive(Default)]
pub struct TimeSetting {
    /// The form, as the platform numbers it.
    pub time_format_type: Option<u8>,
}

/// How a length of time is told.
#[endpoint(part)]
#[derive(Default)]
pub struct DurationSetting {
    /// By what it is counted: 1 days, 2 hours.
    pub time_scale: Option<u8>,
    /// Which days count: 1 all, 2 working days.
    pub date_type: Option<u8>,
    /// How many hours a day has.
    pub day_range: Option<u64>,
}

/// How a temperature is told.
#[endpoint(part)]
#[derive(Default)]
pub struct TemperatureSetting {
    /// 1 in degrees Celsius, 2 in degrees Fahrenheit.
    pub unit_type: Option<u8>,
}

/// How many departments or members may be told.
#[endpoint(part)]
#[derive(Default)]
pub struct SelectionSetting {
    /// Whether several may.
    pub allow_multiple_selection: Option<bool>,
}
