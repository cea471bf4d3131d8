//! The kinds that smart sheets name by words.

use weixin_api::StringEnum;

/// The type of a column (字段类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SheetFieldType {
    /// A text (文本).
    #[string_enum(rename = "FIELD_TYPE_TEXT")]
    Text,
    /// A number (数字).
    #[string_enum(rename = "FIELD_TYPE_NUMBER")]
    Number,
    /// A checkbox (复选框).
    #[string_enum(rename = "FIELD_TYPE_CHECKBOX")]
    Checkbox,
    /// A date (日期).
    #[string_enum(rename = "FIELD_TYPE_DATE_TIME")]
    DateTime,
    /// Pictures (图片).
    #[string_enum(rename = "FIELD_TYPE_IMAGE")]
    Image,
    /// Files (文件).
    #[string_enum(rename = "FIELD_TYPE_ATTACHMENT")]
    Attachment,
    /// Members (成员).
    #[string_enum(rename = "FIELD_TYPE_USER")]
    User,
    /// A link (超链接).
    #[string_enum(rename = "FIELD_TYPE_URL")]
    Url,
    /// Several choices (多选).
    #[string_enum(rename = "FIELD_TYPE_SELECT")]
    Select,
    /// One choice (单选).
    #[string_enum(rename = "FIELD_TYPE_SINGLE_SELECT")]
    SingleSelect,
    /// Who created the record (创建人).
    #[string_enum(rename = "FIELD_TYPE_CREATED_USER")]
    CreatedUser,
    /// Who last changed the record (最后编辑人).
    #[string_enum(rename = "FIELD_TYPE_MODIFIED_USER")]
    ModifiedUser,
    /// When the record was created (创建时间).
    #[string_enum(rename = "FIELD_TYPE_CREATED_TIME")]
    CreatedTime,
    /// When the record was last changed (最后编辑时间).
    #[string_enum(rename = "FIELD_TYPE_MODIFIED_TIME")]
    ModifiedTime,
    /// Progress, in percent (进度).
    #[string_enum(rename = "FIELD_TYPE_PROGRESS")]
    Progress,
    /// A phone number (电话).
    #[string_enum(rename = "FIELD_TYPE_PHONE_NUMBER")]
    PhoneNumber,
    /// A mail address (邮箱).
    #[string_enum(rename = "FIELD_TYPE_EMAIL")]
    Email,
    /// Records of a sheet (关联).
    #[string_enum(rename = "FIELD_TYPE_REFERENCE")]
    Reference,
    /// A place (地理位置).
    #[string_enum(rename = "FIELD_TYPE_LOCATION")]
    Location,
    /// The result of a formula (公式).
    #[string_enum(rename = "FIELD_TYPE_FORMULA")]
    Formula,
    /// An amount of money (货币).
    #[string_enum(rename = "FIELD_TYPE_CURRENCY")]
    Currency,
    /// Group chats (群).
    #[string_enum(rename = "FIELD_TYPE_WWGROUP")]
    GroupChat,
    /// An automatic number (自动编号).
    #[string_enum(rename = "FIELD_TYPE_AUTONUMBER")]
    AutoNumber,
    /// A percentage (百分数).
    #[string_enum(rename = "FIELD_TYPE_PERCENTAGE")]
    Percentage,
    /// A bar code (条码).
    #[string_enum(rename = "FIELD_TYPE_BARCODE")]
    Barcode,
    /// A value that this version does not know.
    Other(String),
}

/// The type of a view (视图类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SheetViewType {
    /// A table (表格视图).
    #[string_enum(rename = "VIEW_TYPE_GRID")]
    Grid,
    /// A board (看板视图).
    #[string_enum(rename = "VIEW_TYPE_KANBAN")]
    Kanban,
    /// A gallery (画册视图).
    #[string_enum(rename = "VIEW_TYPE_GALLERY")]
    Gallery,
    /// A Gantt chart (甘特视图).
    #[string_enum(rename = "VIEW_TYPE_GANTT")]
    Gantt,
    /// A calendar (日历视图).
    #[string_enum(rename = "VIEW_TYPE_CALENDAR")]
    Calendar,
    /// A value that this version does not know.
    Other(String),
}

/// How columns are named in a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CellKeyType {
    /// By title.
    #[string_enum(rename = "CELL_VALUE_KEY_TYPE_FIELD_TITLE")]
    FieldTitle,
    /// By id.
    #[string_enum(rename = "CELL_VALUE_KEY_TYPE_FIELD_ID")]
    FieldId,
    /// A value that this version does not know.
    Other(String),
}

/// How conditions are combined.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Conjunction {
    /// All must be met.
    #[string_enum(rename = "CONJUNCTION_AND")]
    And,
    /// At least one must be met.
    #[string_enum(rename = "CONJUNCTION_OR")]
    Or,
    /// A value that this version does not know.
    Other(String),
}

/// How a cell is compared with a value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FilterOperator {
    /// Is equal.
    #[string_enum(rename = "OPERATOR_IS")]
    Is,
    /// Is not equal.
    #[string_enum(rename = "OPERATOR_IS_NOT")]
    IsNot,
    /// Contains it.
    #[string_enum(rename = "OPERATOR_CONTAINS")]
    Contains,
    /// Does not contain it.
    #[string_enum(rename = "OPERATOR_DOES_NOT_CONTAIN")]
    DoesNotContain,
    /// Is greater.
    #[string_enum(rename = "OPERATOR_IS_GREATER")]
    IsGreater,
    /// Is greater or equal.
    #[string_enum(rename = "OPERATOR_IS_GREATER_OR_EQUAL")]
    IsGreaterOrEqual,
    /// Is less.
    #[string_enum(rename = "OPERATOR_IS_LESS")]
    IsLess,
    /// Is less or equal.
    #[string_enum(rename = "OPERATOR_IS_LESS_OR_EQUAL")]
    IsLessOrEqual,
    /// Is empty; there is no value.
    #[string_enum(rename = "OPERATOR_IS_EMPTY")]
    IsEmpty,
    /// Is not empty; there is no value.
    #[string_enum(rename = "OPERATOR_IS_NOT_EMPTY")]
    IsNotEmpty,
    /// A value that this version does not know.
    Other(String),
}

/// The date that a cell is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DateTimeKind {
    /// A fixed date.
    #[string_enum(rename = "DATE_TIME_TYPE_DETAIL_DATE")]
    DetailDate,
    /// Today.
    #[string_enum(rename = "DATE_TIME_TYPE_TODAY")]
    Today,
    /// Tomorrow.
    #[string_enum(rename = "DATE_TIME_TYPE_TOMORROW")]
    Tomorrow,
    /// Yesterday.
    #[string_enum(rename = "DATE_TIME_TYPE_YESTERDAY")]
    Yesterday,
    /// This week.
    #[string_enum(rename = "DATE_TIME_TYPE_CURRENT_WEEK")]
    CurrentWeek,
    /// Last week.
    #[string_enum(rename = "DATE_TIME_TYPE_LAST_WEEK")]
    LastWeek,
    /// This month.
    #[string_enum(rename = "DATE_TIME_TYPE_CURRENT_MONTH")]
    CurrentMonth,
    /// Last month.
    #[string_enum(rename = "DATE_TIME_TYPE_LAST_MONTH")]
    LastMonth,
    /// The past 7 days.
    #[string_enum(rename = "DATE_TIME_TYPE_THE_PAST_7_DAYS")]
    Past7Days,
    /// The next 7 days.
    #[string_enum(rename = "DATE_TIME_TYPE_THE_NEXT_7_DAYS")]
    Next7Days,
    /// The past 30 days.
    #[string_enum(rename = "DATE_TIME_TYPE_THE_PAST_30_DAYS")]
    Past30Days,
    /// The next 30 days.
    #[string_enum(rename = "DATE_TIME_TYPE_THE_NEXT_30_DAYS")]
    Next30Days,
    /// A value that this version does not know.
    Other(String),
}

/// What a rule colours.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ColorTarget {
    /// The row.
    #[string_enum(rename = "VIEW_COLOR_CONDITION_TYPE_ROW")]
    Row,
    /// The column.
    #[string_enum(rename = "VIEW_COLOR_CONDITION_TYPE_COLUMN")]
    Column,
    /// The cell.
    #[string_enum(rename = "VIEW_COLOR_CONDITION_TYPE_CELL")]
    Cell,
    /// A value that this version does not know.
    Other(String),
}

/// How links are shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LinkDisplay {
    /// As a text (文字).
    #[string_enum(rename = "LINK_TYPE_PURE_TEXT")]
    PureText,
    /// As a text with an icon (图标文字).
    #[string_enum(rename = "LINK_TYPE_ICON_TEXT")]
    IconText,
    /// A value that this version does not know.
    Other(String),
}

/// How files are shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AttachmentDisplay {
    /// As a list (列表).
    #[string_enum(rename = "DISPLAY_MODE_LIST")]
    List,
    /// As a grid (宫格).
    #[string_enum(rename = "DISPLAY_MODE_GRID")]
    Grid,
    /// A value that this version does not know.
    Other(String),
}

/// How places are entered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LocationInput {
    /// By hand (手动输入).
    #[string_enum(rename = "LOCATION_INPUT_TYPE_MANUAL")]
    Manual,
    /// By the position of the phone (自动定位).
    #[string_enum(rename = "LOCATION_INPUT_TYPE_AUTO")]
    Auto,
    /// A value that this version does not know.
    Other(String),
}

/// How automatic numbers are formed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NumberingMode {
    /// By counting up (自增数字).
    #[string_enum(rename = "NUMBER_TYPE_INCR")]
    Increment,
    /// From parts (自定义编号).
    #[string_enum(rename = "NUMBER_TYPE_CUSTOM")]
    Custom,
    /// A value that this version does not know.
    Other(String),
}

/// A part of an automatic number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NumberingPart {
    /// A number that counts up, with a fixed number of digits (自增数字).
    #[string_enum(rename = "NUMBER_RULE_TYPE_INCR")]
    Increment,
    /// A fixed text (固定字符).
    #[string_enum(rename = "NUMBER_RULE_TYPE_FIXED_CHAR")]
    FixedText,
    /// The time of creation (创建时间).
    #[string_enum(rename = "NUMBER_RULE_TYPE_TIME")]
    Time,
    /// A value that this version does not know.
    Other(String),
}

/// A currency.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Currency {
    /// Renminbi.
    #[string_enum(rename = "CURRENCY_TYPE_CNY")]
    Cny,
    /// US dollar.
    #[string_enum(rename = "CURRENCY_TYPE_USD")]
    Usd,
    /// Euro.
    #[string_enum(rename = "CURRENCY_TYPE_EUR")]
    Eur,
    /// Pound sterling.
    #[string_enum(rename = "CURRENCY_TYPE_GBP")]
    Gbp,
    /// Japanese yen.
    #[string_enum(rename = "CURRENCY_TYPE_JPY")]
    Jpy,
    /// South Korean won.
    #[string_enum(rename = "CURRENCY_TYPE_KRW")]
    Krw,
    /// Hong Kong dollar.
    #[string_enum(rename = "CURRENCY_TYPE_HKD")]
    Hkd,
    /// Macanese pataca.
    #[string_enum(rename = "CURRENCY_TYPE_MOP")]
    Mop,
    /// New Taiwan dollar.
    #[string_enum(rename = "CURRENCY_TYPE_TWD")]
    Twd,
    /// UAE dirham.
    #[string_enum(rename = "CURRENCY_TYPE_AED")]
    Aed,
    /// Australian dollar.
    #[string_enum(rename = "CURRENCY_TYPE_AUD")]
    Aud,
    /// Brazilian real.
    #[string_enum(rename = "CURRENCY_TYPE_BRL")]
    Brl,
    /// Canadian dollar.
    #[string_enum(rename = "CURRENCY_TYPE_CAD")]
    Cad,
    /// Swiss franc.
    #[string_enum(rename = "CURRENCY_TYPE_CHF")]
    Chf,
    /// Indonesian rupiah.
    #[string_enum(rename = "CURRENCY_TYPE_IDR")]
    Idr,
    /// Indian rupee.
    #[string_enum(rename = "CURRENCY_TYPE_INR")]
    Inr,
    /// Mexican peso.
    #[string_enum(rename = "CURRENCY_TYPE_MXN")]
    Mxn,
    /// Malaysian ringgit.
    #[string_enum(rename = "CURRENCY_TYPE_MYR")]
    Myr,
    /// Philippine peso.
    #[string_enum(rename = "CURRENCY_TYPE_PHP")]
    Php,
    /// Polish zloty.
    #[string_enum(rename = "CURRENCY_TYPE_PLN")]
    Pln,
    /// Russian rouble.
    #[string_enum(rename = "CURRENCY_TYPE_RUB")]
    Rub,
    /// Singapore dollar.
    #[string_enum(rename = "CURRENCY_TYPE_SGD")]
    Sgd,
    /// Thai baht.
    #[string_enum(rename = "CURRENCY_TYPE_THB")]
    Thb,
    /// Turkish lira.
    #[string_enum(rename = "CURRENCY_TYPE_TRY")]
    Try,
    /// Vietnamese dong.
    #[string_enum(rename = "CURRENCY_TYPE_VND")]
    Vnd,
    /// A value that this version does not know.
    Other(String),
}

/// What a sheet of a document is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SmartSheetKind {
    /// A sheet (智能表).
    #[string_enum(rename = "smartsheet")]
    SmartSheet,
    /// A dashboard (仪表盘).
    #[string_enum(rename = "dashboard")]
    Dashboard,
    /// A page of explanations (说明页).
    #[string_enum(rename = "external")]
    External,
    /// A value that this version does not know.
    Other(String),
}

/// What was changed in a smart sheet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SmartSheetChangeKind {
    /// Columns were added. The platform spells it `add_filed`.
    #[string_enum(rename = "add_filed", alias = "add_field")]
    AddField,
    /// Columns were changed. The platform spells it `update_filed`.
    #[string_enum(rename = "update_filed", alias = "update_field")]
    UpdateField,
    /// Columns were deleted. The platform spells it `delete_filed`.
    #[string_enum(rename = "delete_filed", alias = "delete_field")]
    DeleteField,
    /// Records were added.
    #[string_enum(rename = "add_record")]
    AddRecord,
    /// Records were changed.
    #[string_enum(rename = "update_record")]
    UpdateRecord,
    /// Records were deleted.
    #[string_enum(rename = "delete_record")]
    DeleteRecord,
    /// A value that this version does not know.
    Other(String),
}
