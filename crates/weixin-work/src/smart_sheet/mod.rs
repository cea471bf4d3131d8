//! Smart sheets: tables whose columns have a kind (智能表格). `/cgi-bin/wedoc/smartsheet/*`

mod event;
mod field;
mod field_group;
mod group_chat;
mod record;
mod sheet;
mod view;

use weixin_api::{Call, Caller, On, endpoints};

pub use event::SmartSheetChange;
pub use field::{
    AddSheetFields, AttachmentProperty, AutoNumberProperty, AutoNumberRule, BarcodeProperty,
    CheckboxProperty, CurrencyProperty, DateTimeProperty, DecimalsProperty, DeleteSheetFields,
    GetSheetFields, GetSheetFieldsCall, GroupProperty, LocationProperty, NumberProperty,
    ReferenceProperty, SelectChoice, SelectProperty, SheetField, SheetFieldList, SheetFields,
    TextProperty, TimeProperty, UpdateSheetFields, UrlProperty, UserProperty,
};
pub use field_group::{
    AddFieldGroup, AddFieldGroupCall, DeleteFieldGroups, FieldGroup, FieldGroupDetail,
    FieldGroupMember, FieldGroups, GetFieldGroups, GetFieldGroupsCall, UpdateFieldGroup,
    UpdateFieldGroupCall,
};
pub use group_chat::{
    GetSheetGroupChat, GetSheetGroupChats, GetSheetGroupChatsCall, SheetGroupChat,
    SheetGroupChatIds, UpdateSheetGroupChat, UpdateSheetGroupChatCall,
};
pub use record::{
    AddSheetRecords, AddSheetRecordsCall, ChangedSheetRecord, DeleteSheetRecords, GetSheetRecords,
    GetSheetRecordsCall, NewSheetRecord, SheetRecord, SheetRecordList, SheetRecords,
    UpdateSheetRecords, UpdateSheetRecordsCall,
};
pub use sheet::{
    AddSmartSheet, AddSmartSheetCall, AddedSmartSheet, DeleteSmartSheet, GetSmartSheets,
    GetSmartSheetsCall, NewSmartSheet, SmartSheetInfo, SmartSheetList, SmartSheetProperties,
    UpdateSmartSheet,
};
pub use view::{
    AddSheetView, AddSheetViewCall, AddedSheetView, BoolValue, ColorCondition, ColorConfig,
    DateTimeValue, DeleteSheetViews, FilterCondition, FilterSpec, GetSheetViews, GetSheetViewsCall,
    GroupSpec, NumberValue, SheetView, SheetViews, SortInfo, SortSpec, TextValues, UpdateSheetView,
    UpdateSheetViewCall, UserValues, ViewDates, ViewProperty,
};

endpoints![
    AddSmartSheet,
    UpdateSmartSheet,
    DeleteSmartSheet,
    GetSmartSheets,
    AddSheetView,
    UpdateSheetView,
    DeleteSheetViews,
    GetSheetViews,
    AddSheetFields,
    UpdateSheetFields,
    DeleteSheetFields,
    GetSheetFields,
    AddFieldGroup,
    UpdateFieldGroup,
    DeleteFieldGroups,
    GetFieldGroups,
    AddSheetRecords,
    UpdateSheetRecords,
    DeleteSheetRecords,
    GetSheetRecords,
    GetSheetGroupChats,
    GetSheetGroupChat,
    UpdateSheetGroupChat
];

weixin_protocol::messages![SmartSheetChange];

/// The group as a client has it: `wx.smart_sheets()`.
#[derive(Debug)]
pub struct SmartSheets<'c, C: ?Sized>(&'c C);

/// Gives a client `smart_sheets()`.
pub trait SmartSheetsApi: Caller {
    /// Smart sheets (智能表格).
    fn smart_sheets(&self) -> SmartSheets<'_, Self> {
        SmartSheets(self)
    }
}

impl<C: Caller + ?Sized> SmartSheetsApi for C where AddSmartSheet: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> SmartSheets<'c, C> {
    /// Adds a sheet; see [`AddSmartSheet`].
    pub fn add_sheet(&self, docid: impl Into<String>) -> Call<'c, C, AddSmartSheet> {
        Call::new(self.0, AddSmartSheet::new(docid))
    }

    /// Gives a sheet another name; see [`UpdateSmartSheet`].
    pub fn update_sheet(
        &self,
        docid: impl Into<String>,
        properties: impl Into<SmartSheetProperties>,
    ) -> Call<'c, C, UpdateSmartSheet> {
        Call::new(self.0, UpdateSmartSheet::new(docid, properties))
    }

    /// Deletes a sheet; see [`DeleteSmartSheet`].
    pub fn delete_sheet(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
    ) -> Call<'c, C, DeleteSmartSheet> {
        Call::new(self.0, DeleteSmartSheet::new(docid, sheet_id))
    }

    /// The sheets of a document; see [`GetSmartSheets`].
    pub fn sheets(&self, docid: impl Into<String>) -> Call<'c, C, GetSmartSheets> {
        Call::new(self.0, GetSmartSheets::new(docid))
    }

    /// Adds a view; see [`AddSheetView`].
    pub fn add_view(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        view_title: impl Into<String>,
        view_type: impl Into<String>,
    ) -> Call<'c, C, AddSheetView> {
        Call::new(self.0, AddSheetView::new(docid, sheet_id, view_title, view_type))
    }

    /// Changes a view; see [`UpdateSheetView`].
    pub fn update_view(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        view_id: impl Into<String>,
    ) -> Call<'c, C, UpdateSheetView> {
        Call::new(self.0, UpdateSheetView::new(docid, sheet_id, view_id))
    }

    /// Deletes views; see [`DeleteSheetViews`].
    pub fn delete_views(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        view_ids: impl Into<Vec<String>>,
    ) -> Call<'c, C, DeleteSheetViews> {
        Call::new(self.0, DeleteSheetViews::new(docid, sheet_id, view_ids))
    }

    /// The views of a sheet, a page when awaited; see [`GetSheetViews`].
    pub fn views(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
    ) -> Call<'c, C, GetSheetViews> {
        Call::new(self.0, GetSheetViews::new(docid, sheet_id))
    }

    /// Adds columns; see [`AddSheetFields`].
    pub fn add_fields(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        fields: impl Into<Vec<SheetField>>,
    ) -> Call<'c, C, AddSheetFields> {
        Call::new(self.0, AddSheetFields::new(docid, sheet_id, fields))
    }

    /// Changes columns; see [`UpdateSheetFields`].
    pub fn update_fields(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        fields: impl Into<Vec<SheetField>>,
    ) -> Call<'c, C, UpdateSheetFields> {
        Call::new(self.0, UpdateSheetFields::new(docid, sheet_id, fields))
    }

    /// Deletes columns; see [`DeleteSheetFields`].
    pub fn delete_fields(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        field_ids: impl Into<Vec<String>>,
    ) -> Call<'c, C, DeleteSheetFields> {
        Call::new(self.0, DeleteSheetFields::new(docid, sheet_id, field_ids))
    }

    /// The columns of a sheet, a page when awaited; see [`GetSheetFields`].
    pub fn fields(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
    ) -> Call<'c, C, GetSheetFields> {
        Call::new(self.0, GetSheetFields::new(docid, sheet_id))
    }

    /// Puts columns together; see [`AddFieldGroup`].
    pub fn add_field_group(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        name: impl Into<String>,
    ) -> Call<'c, C, AddFieldGroup> {
        Call::new(self.0, AddFieldGroup::new(docid, sheet_id, name))
    }

    /// Changes a group of columns; see [`UpdateFieldGroup`].
    pub fn update_field_group(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        field_group_id: impl Into<String>,
    ) -> Call<'c, C, UpdateFieldGroup> {
        Call::new(self.0, UpdateFieldGroup::new(docid, sheet_id, field_group_id))
    }

    /// Gives groups of columns up; see [`DeleteFieldGroups`].
    pub fn delete_field_groups(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        field_group_ids: impl Into<Vec<String>>,
    ) -> Call<'c, C, DeleteFieldGroups> {
        Call::new(self.0, DeleteFieldGroups::new(docid, sheet_id, field_group_ids))
    }

    /// The groups of columns, a page when awaited; see [`GetFieldGroups`].
    pub fn field_groups(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
    ) -> Call<'c, C, GetFieldGroups> {
        Call::new(self.0, GetFieldGroups::new(docid, sheet_id))
    }

    /// Adds records; see [`AddSheetRecords`].
    pub fn add_records(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        records: impl Into<Vec<NewSheetRecord>>,
    ) -> Call<'c, C, AddSheetRecords> {
        Call::new(self.0, AddSheetRecords::new(docid, sheet_id, records))
    }

    /// Changes records; see [`UpdateSheetRecords`].
    pub fn update_records(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        records: impl Into<Vec<ChangedSheetRecord>>,
    ) -> Call<'c, C, UpdateSheetRecords> {
        Call::new(self.0, UpdateSheetRecords::new(docid, sheet_id, records))
    }

    /// Deletes records; see [`DeleteSheetRecords`].
    pub fn delete_records(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        record_ids: impl Into<Vec<String>>,
    ) -> Call<'c, C, DeleteSheetRecords> {
        Call::new(self.0, DeleteSheetRecords::new(docid, sheet_id, record_ids))
    }

    /// The records of a sheet, a page when awaited; see [`GetSheetRecords`].
    pub fn records(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
    ) -> Call<'c, C, GetSheetRecords> {
        Call::new(self.0, GetSheetRecords::new(docid, sheet_id))
    }

    /// The group chats of a document, a page when awaited; see [`GetSheetGroupChats`].
    pub fn group_chats(&self, docid: impl Into<String>) -> Call<'c, C, GetSheetGroupChats> {
        Call::new(self.0, GetSheetGroupChats::new(docid))
    }

    /// A group chat of a document; see [`GetSheetGroupChat`].
    pub fn group_chat(
        &self,
        docid: impl Into<String>,
        chat_id: impl Into<String>,
    ) -> Call<'c, C, GetSheetGroupChat> {
        Call::new(self.0, GetSheetGroupChat::new(docid, chat_id))
    }

    /// Changes a group chat of a document; see [`UpdateSheetGroupChat`].
    pub fn update_group_chat(
        &self,
        docid: impl Into<String>,
        chat_id: impl Into<String>,
    ) -> Call<'c, C, UpdateSheetGroupChat> {
        Call::new(self.0, UpdateSheetGroupChat::new(docid, chat_id))
    }
}
