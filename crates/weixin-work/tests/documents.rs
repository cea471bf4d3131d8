//! The drive, documents, forms and smart sheets: requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::Paged;
use weixin_protocol::UserId;
use weixin_wire_tests::reply;
use weixin_work::{
    document::{
        CreateDocument, DocumentType, GetSheetRange, InsertText, TextChange, TextLocation,
        UpdateText,
    },
    form::{
        CreateForm, FormInfo, FormItemStatus, FormOption, FormQuestion, FormQuestionKind,
        FormQuestions, FormStatisticKind, GetFormAnswer, GetFormStatistic,
    },
    smart_sheet::{
        AddSheetFields, AddSheetRecords, FilterCondition, FilterSpec, GetSheetFields,
        GetSheetRecords, NewSheetRecord, NumberProperty, SheetField, SheetFieldKind, TextValues,
        UserProperty,
    },
    wedrive::{
        CreateSpace, DriveMember, DriveMemberType, FileOrder, GetFiles, GetSpace, SetFileSecurity,
        Watermark,
    },
};

use crate::common::calls;

/// What the calls for the pages of a list say under this name.
fn cursors<E: Paged + Clone>(first: E, pages: &[&str], name: &str) -> Vec<Value> {
    let (_, sent) = calls().paged(first, pages);
    sent.into_iter().map(|(_, body)| body[name].clone()).collect()
}

#[test]
fn a_space_of_the_drive_has_members() {
    let member = DriveMember::new(DriveMemberType::Department).departmentid(1).auth(1);
    calls().sends(
        &CreateSpace::new("S").auth_info([member]),
        "POST /cgi-bin/wedrive/space_create",
        json!({"space_name": "S", "auth_info": [{"type": 2, "departmentid": 1, "auth": 1}]}),
    );
}

#[test]
fn the_watermark_of_a_file_is_switched_off() {
    calls().sends(
        &SetFileSecurity::new("F").watermark(Watermark::new().show_text(false)),
        "POST /cgi-bin/wedrive/file_secure_setting",
        json!({"fileid": "F", "watermark": {"show_text": false}}),
    );
}

#[test]
fn a_smart_sheet_is_a_document() {
    calls().sends(
        &CreateDocument::new(DocumentType::SmartSheet, "D"),
        "POST /cgi-bin/wedoc/create_doc",
        json!({"doc_type": 10, "doc_name": "D"}),
    );
}

#[test]
fn text_is_inserted_into_a_version_of_a_document() {
    let text = TextChange::InsertText(InsertText::new("hi", TextLocation::new(0_u64)));
    calls().sends(
        &UpdateText::new("D", [text]).version(3),
        "POST /cgi-bin/wedoc/document/batch_update",
        json!({"docid": "D", "version": 3,
            "requests": [{"insert_text": {"text": "hi", "location": {"index": 0}}}]}),
    );
}

#[test]
fn a_form_has_questions_with_options() {
    let question = FormQuestion::new(1_u64, 1_u64, "午餐?", FormQuestionKind::Radio)
        .option_item([FormOption::new(1_u64, "面").status(FormItemStatus::Normal)]);
    let form =
        FormInfo::new().form_title("调查").form_question(FormQuestions::new().items([question]));
    calls().sends(
        &CreateForm::new(form),
        "POST /cgi-bin/wedoc/create_form",
        json!({"form_info": {"form_title": "调查", "form_question": {"items": [
            {"question_id": 1, "pos": 1, "title": "午餐?", "reply_type": 2,
                "option_item": [{"key": 1, "value": "面", "status": 1}]}]}}}),
    );
}

#[test]
fn columns_of_a_sheet_have_properties_by_kind() {
    let columns = [
        SheetField::new(UserProperty::new().is_multiple(true)).field_title("谁"),
        SheetField::new(SheetFieldKind::Number(Some(NumberProperty::new().decimal_places(2)))),
        SheetField::new(SheetFieldKind::Text(None)),
        SheetField::new(SheetFieldKind::Email),
    ];
    calls().sends(
        &AddSheetFields::new("D", "s", columns),
        "POST /cgi-bin/wedoc/smartsheet/add_fields",
        json!({"docid": "D", "sheet_id": "s", "fields": [
            {"field_title": "谁", "field_type": "FIELD_TYPE_USER",
                "property_user": {"is_multiple": true}},
            {"field_type": "FIELD_TYPE_NUMBER", "property_number": {"decimal_places": 2}},
            {"field_type": "FIELD_TYPE_TEXT"}, {"field_type": "FIELD_TYPE_EMAIL"}]}),
    );
}

#[test]
fn records_of_a_sheet_have_values_by_column() {
    let record = NewSheetRecord::new([("名".to_owned(), json!([{"type": "text", "text": "安"}]))]);
    calls().sends(
        &AddSheetRecords::new("D", "s", [record]),
        "POST /cgi-bin/wedoc/smartsheet/add_records",
        json!({"docid": "D", "sheet_id": "s",
            "records": [{"values": {"名": [{"type": "text", "text": "安"}]}}]}),
    );
}

#[test]
fn records_of_a_sheet_are_filtered() {
    let contains = FilterCondition::new("f1", "OPERATOR_CONTAINS")
        .string_value(TextValues::new().value(["x".to_owned()]));
    let filter = FilterSpec::new().conjunction("CONJUNCTION_AND").conditions([contains]);
    calls().sends(
        &GetSheetRecords::new("D", "s").filter_spec(filter),
        "POST /cgi-bin/wedoc/smartsheet/get_records",
        json!({"docid": "D", "sheet_id": "s", "filter_spec": {"conjunction": "CONJUNCTION_AND",
            "conditions": [{"field_id": "f1", "operator": "OPERATOR_CONTAINS",
                "string_value": {"value": ["x"]}}]}}),
    );
}

#[test]
fn members_who_left_a_space_are_read() {
    let space = reply::<GetSpace>(
        r#"{"space_info":{"spaceid":"S","auth_list":{"auth_info":[{"type":1,"userid":"ann","auth":7}],
        "quit_userid":["bob"]},"space_sub_type":"0"}}"#,
    );
    assert_eq!(space.space_info.auth_list.unwrap().quit_userid, [UserId::new("bob")]);
}

#[test]
fn a_column_of_an_unknown_kind_is_kept() {
    let columns = reply::<GetSheetFields>(
        r#"{"fields":[{"field_id":"f","field_type":"FIELD_TYPE_URL","property_url":{"type":"LINK_TYPE_PURE_TEXT"}},
        {"field_id":"g","field_type":"FIELD_TYPE_HOLOGRAM","property_hologram":{"depth":3}}]}"#,
    );
    assert!(matches!(&columns.fields[0].kind, SheetFieldKind::Url(Some(_))));
    let SheetFieldKind::Other(fields) = &columns.fields[1].kind else { panic!("{columns:?}") };
    assert_eq!(fields["property_hologram"]["depth"], 3);
}

#[test]
fn cells_of_a_sheet_have_a_format() {
    let cells = reply::<GetSheetRange>(
        r#"{"grid_data":{"start_row":0,"rows":[{"values":[{"cell_value":{"text":"t"},
        "cell_format":{"text_format":{"bold":true,"color":{"red":255}}}}]}]}}"#,
    );
    let cell = &cells.grid_data.unwrap().rows[0].values[0];
    assert_eq!(cell.cell_value.as_ref().unwrap().text.as_deref(), Some("t"));
}

#[test]
fn an_answer_to_a_form_has_a_duration() {
    let answers = reply::<GetFormAnswer>(
        r#"{"answer":{"answer_list":[{"answer_id":15,"reply":{"items":[{"question_id":1,
        "option_reply":[2],"duration_reply":{"hours":4.5}}]},"answer_status":1}]}}"#,
    );
    let answered = &answers.answer.answer_list[0].reply.as_ref().unwrap().items[0];
    assert_eq!(answered.duration_reply.as_ref().unwrap().hours, Some(4.5));
}

#[test]
fn files_are_listed_while_there_are_more() {
    let files = GetFiles::new("S", "S", FileOrder::ModifiedDescending, 0_u64, 50_u32);
    let pages = [
        r#"{"has_more":true,"next_start":50,"file_list":{"item":[{"fileid":"f","file_type":2}]}}"#,
        r#"{"has_more":false,"file_list":{"item":[]}}"#,
    ];
    assert_eq!(cursors(files, &pages, "start"), [json!(0), json!(50)]);
}

#[test]
fn columns_of_a_sheet_are_listed_while_there_are_more() {
    let pages = [
        r#"{"total":2,"next":1,"has_more":true,"fields":[{"field_id":"f","field_type":"FIELD_TYPE_TEXT"}]}"#,
        r#"{"total":2,"next":2,"has_more":false,"fields":[]}"#,
    ];
    assert_eq!(cursors(GetSheetFields::new("D", "s"), &pages, "offset"), [Value::Null, json!(1)]);
}

#[test]
fn answers_to_a_form_are_listed_while_there_are_more() {
    let first = GetFormStatistic::new("R", FormStatisticKind::Submitted);
    let pages = [
        r#"{"fill_cnt":1,"has_more":true,"cursor":1,"submit_users":[{"answer_id":1}]}"#,
        r#"{"has_more":false}"#,
    ];
    assert_eq!(cursors(first, &pages, "cursor"), [Value::Null, json!(1)]);
}
