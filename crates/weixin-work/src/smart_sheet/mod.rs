//! Smart sheets: tables whose columns have a kind (智能表格). `/cgi-bin/wedoc/smartsheet/*`

mod event;
mod field;
mod field_group;
mod group_chat;
mod kind;
mod record;
mod sheet;
mod view;

use weixin_api::group;

pub use event::SmartSheetChange;
pub use field::{
    AddSheetFields, AttachmentProperty, AutoNumberProperty, AutoNumberRule, BarcodeProperty,
    CheckboxProperty, CurrencyProperty, DateTimeProperty, DecimalsProperty, DeleteSheetFields,
    GetSheetFields, GroupProperty, LocationProperty, NumberProperty, ReferenceProperty,
    SelectChoice, SelectProperty, SheetField, SheetFieldKind, SheetFieldList, SheetFields,
    TextProperty, TimeProperty, UpdateSheetFields, UrlProperty, UserProperty,
};
pub use field_group::{
    AddFieldGroup, DeleteFieldGroups, FieldGroup, FieldGroupDetail, FieldGroupMember, FieldGroups,
    GetFieldGroups, UpdateFieldGroup,
};
pub use group_chat::{
    GetSheetGroupChat, GetSheetGroupChats, SheetGroupChat, SheetGroupChatIds, UpdateSheetGroupChat,
};
pub use kind::{
    AttachmentDisplay, CellKeyType, ColorTarget, Conjunction, Currency, DateTimeKind,
    FilterOperator, LinkDisplay, LocationInput, NumberingMode, NumberingPart, SheetFieldType,
    SheetViewType, SmartSheetChangeKind, SmartSheetKind,
};
pub use record::{
    AddSheetRecords, ChangedSheetRecord, DeleteSheetRecords, GetSheetRecords, NewSheetRecord,
    SheetRecord, SheetRecordList, SheetRecords, UpdateSheetRecords,
};
pub use sheet::{
    AddSmartSheet, AddedSmartSheet, DeleteSmartSheet, GetSmartSheets, NewSmartSheet,
    SmartSheetInfo, SmartSheetList, SmartSheetProperties, UpdateSmartSheet,
};
pub use view::{
    AddSheetView, AddedSheetView, BoolValue, ColorCondition, ColorConfig, DateTimeValue,
    DeleteSheetViews, FilterCondition, FilterSpec, GetSheetViews, GroupSpec, NumberValue,
    SheetView, SheetViews, SortInfo, SortSpec, TextValues, UpdateSheetView, UserValues, ViewDates,
    ViewProperty,
};

group! {
    /// Smart sheets (智能表格).
    smart_sheets: [
        AddSmartSheet, UpdateSmartSheet, DeleteSmartSheet, GetSmartSheets, AddSheetView,
        UpdateSheetView, DeleteSheetViews, GetSheetViews, AddSheetFields, UpdateSheetFields,
        DeleteSheetFields, GetSheetFields, AddFieldGroup, UpdateFieldGroup, DeleteFieldGroups,
        GetFieldGroups, AddSheetRecords, UpdateSheetRecords, DeleteSheetRecords, GetSheetRecords,
        GetSheetGroupChats, GetSheetGroupChat, UpdateSheetGroupChat,
    ]
}

weixin_protocol::messages![SmartSheetChange];

weixin_api::string_id! {
    /// A sheet of a document (子表, sheet_id).
    SheetId
    /// A view of a sheet (视图, view_id).
    SheetViewId
    /// A column of a sheet (字段, field_id).
    SheetFieldId
    /// A group of columns (编组, field_group_id).
    FieldGroupId
    /// A record of a sheet (记录, record_id).
    SheetRecordId
    /// An option of a column of choices (选项, id).
    SelectOptionId
    /// A rule that colours records of a view (填色条件, id).
    ColorRuleId
}
