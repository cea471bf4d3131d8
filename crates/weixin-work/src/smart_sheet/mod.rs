//! Smart sheets: tables whose columns have a kind (智能表格). `/cgi-bin/wedoc/smartsheet/*`

mod event;
mod field;
mod field_group;
mod group_chat;
mod record;
mod sheet;
mod view;

use weixin_api::group;

pub use event::SmartSheetChange;
pub use field::{
    AddSheetFields, AttachmentProperty, AutoNumberProperty, AutoNumberRule, BarcodeProperty,
    CheckboxProperty, CurrencyProperty, DateTimeProperty, DecimalsProperty, DeleteSheetFields,
    GetSheetFields, GroupProperty, LocationProperty, NumberProperty, ReferenceProperty,
    SelectChoice, SelectProperty, SheetField, SheetFieldList, SheetFields, TextProperty,
    TimeProperty, UpdateSheetFields, UrlProperty, UserProperty,
};
pub use field_group::{
    AddFieldGroup, DeleteFieldGroups, FieldGroup, FieldGroupDetail, FieldGroupMember, FieldGroups,
    GetFieldGroups, UpdateFieldGroup,
};
pub use group_chat::{
    GetSheetGroupChat, GetSheetGroupChats, SheetGroupChat, SheetGroupChatIds, UpdateSheetGroupChat,
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
    smart_sheets: [AddSmartSheet, UpdateSmartSheet, DeleteSmartSheet, GetSmartSheets, AddSheetView, UpdateSheetView, DeleteSheetViews, GetSheetViews, AddSheetFields, UpdateSheetFields, DeleteSheetFields, GetSheetFields, AddFieldGroup, UpdateFieldGroup, DeleteFieldGroups, GetFieldGroups, AddSheetRecords, UpdateSheetRecords, DeleteSheetRecords, GetSheetRecords, GetSheetGroupChats, GetSheetGroupChat, UpdateSheetGroupChat]
}

weixin_protocol::messages![SmartSheetChange];
