//! Approvals, attendance, calendars, rooms, broadcasts, mail, meetings, the drive and documents:
//! requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod round_trip;

use serde_json::{Value, json};
use weixin_api::{AccountKind, Paged, Timestamp};
use weixin_protocol::UserId;
use weixin_work::{
    approval::{
        ApplicationContent, ApplicationContents, ApplyEvent, ApprovalNode, ApprovalNodeType,
        ApprovalProcess, ApprovalRelation, ApprovalStatus, ApprovalText, ControlValue,
        CreateApprovalTemplate, GetApprovalDetail, GetApprovalNumbers, GetApprovalTemplate,
        SummaryLine, TemplateContent,
    },
    calendar::{AddCalendar, CalendarPermission, CalendarShare, GetCalendars, NewCalendar},
    checkin::{
        AddCheckinOption, CheckinApprovalKind, CheckinKind, CheckinRuleType, GetCheckinData,
        GetCheckinDayData, GetCheckinOption, GetCheckinSchedules, NewCheckinRule, OvertimeConfig,
        OvertimeOfDays,
    },
    document::{
        CreateDocument, DocumentType, GetSheetRange, InsertText, TextChange, TextLocation,
        UpdateText,
    },
    form::{
        CreateForm, FormInfo, FormItemStatus, FormOption, FormQuestion, FormQuestionKind,
        FormQuestions, FormStatisticKind, GetFormAnswer, GetFormStatistic,
    },
    hardware::GetDeviceFeature,
    health_report::{GetHealthReportAnswers, GetHealthReportJobIds},
    ids::TagId,
    journal::{GetJournal, GetJournals},
    living::{
        CreateLiving, GetLivingInfo, GetLivingWatchStat, GetUserLivings, LivingStatus, LivingType,
    },
    mail::{
        ActivateMailAccount, CreatePublicMail, GetMailGroup, GetMailList, MailAccountAction,
        MailGroupIds, MailRecipients, SearchMailGroups, SendMail,
    },
    meeting::{
        AttendeeRole, CreateMeeting, EnterMute, GetMeetingAttendees, GetMeetingInfo,
        GetUserMeetings, MeetingDeviceKind, MeetingPerson, MeetingReminders, MeetingRepeatKind,
        MeetingStatus, SetMeetingNicknames,
    },
    meeting_room::{
        AddMeetingRoom, BookingId, Coordinate, GetMeetingRoomBooking, GetMeetingRoomBookings,
        RoomEquipment,
    },
    phone_call::GetDialRecords,
    schedule::{
        AddSchedule, DeleteSchedule, GetSchedulesOfCalendar, NewSchedule, ScheduleAttendee,
        ScheduleReminders, ScheduleRepeat, ScheduleResponse, ScheduleScope,
    },
    smart_sheet::{
        AddSheetFields, AddSheetRecords, FilterCondition, FilterSpec, GetSheetFields,
        GetSheetRecords, NewSheetRecord, NumberProperty, SheetField, SheetFieldKind, TextValues,
        UserProperty,
    },
    vacation::{GetVacationConfig, SetUserVacationQuota, VacationUnit},
    webinar::{GetWebinarEnrollConfig, SetWebinarGuests, WebinarGuest, WebinarGuestKind},
    wedrive::{
        DriveMember, DriveMemberType, FileOrder, GetFiles, GetSpace, SetFileSecurity, Watermark,
    },
};

use crate::round_trip::{paged, read, written, written_as};

const NOON: Timestamp = Timestamp::from_secs(1_700_000_000);

/// Each request is written to this path with this body.
fn check(table: impl IntoIterator<Item = ((String, Value), &'static str, Value)>) {
    for ((target, body), path, expected) in table {
        assert_eq!((target.as_str(), &body), (path, &expected));
    }
}

fn words(text: &str) -> Vec<ApprovalText> {
    vec![ApprovalText::new(text).lang("zh_CN")]
}

#[test]
fn applications_have_the_platforms_form() {
    let leave = ApplicationContent::new("Textarea", "T-1", ControlValue::new().text("病假"));
    let node = ApprovalNode::new(ApprovalNodeType::Approve)
        .apv_rel(ApprovalRelation::Any)
        .userid([UserId::new("ann")]);
    let apply = ApplyEvent::new(
        "bob",
        "TPL",
        ApplicationContents::new([leave]),
        [SummaryLine::new(words("请假"))],
    )
    .use_template_approver(false)
    .process(ApprovalProcess::new([node]));
    let content: TemplateContent = serde_json::from_value(json!({"controls": [{
        "property": {"control": "Table", "id": "t", "require": 1},
        "config": {"table": {"print_format": 0, "children": [
            {"property": {"control": "Money", "id": "m"}}]}}}]}))
    .unwrap();
    check([
        (
            written(&apply),
            "/cgi-bin/oa/applyevent",
            json!({"creator_userid": "bob", "template_id": "TPL", "use_template_approver": 0,
                "apply_data": {"contents": [
                    {"control": "Textarea", "id": "T-1", "value": {"text": "病假"}}]},
                "process": {"node_list": [{"type": 1, "apv_rel": 2, "userid": ["ann"]}]},
                "summary_list": [{"summary_info": [{"text": "请假", "lang": "zh_CN"}]}]}),
        ),
        (
            written(&CreateApprovalTemplate::new(words("报销"), content)),
            "/cgi-bin/oa/approval/create_template",
            json!({"template_name": [{"text": "报销", "lang": "zh_CN"}],
                "template_content": {"controls": [{
                    "property": {"control": "Table", "id": "t", "require": 1},
                    "config": {"table": {"print_format": 0, "children": [
                        {"property": {"control": "Money", "id": "m"}}]}}}]}}),
        ),
    ]);
}

#[test]
fn applications_are_read() {
    let detail = read::<GetApprovalDetail>(
        r#"{"errcode":0,"info":{"sp_no":"2019","sp_status":6,"applyer":{"userid":"bob","partyid":"2"},
        "sp_record":[{"sp_status":1,"approverattr":1,"details":[{"approver":{"userid":"ann"},
        "speech":"","sp_status":1,"sptime":"","media_id":[]}]}],
        "apply_data":{"contents":[{"control":"Table","id":"t","title":[{"text":"明细","lang":"zh_CN"}],
        "value":{"children":[{"list":[{"control":"Date","id":"d","value":
        {"date":{"type":"day","s_timestamp":"1700000000"}}}]}]}}]},
        "comments":[{"commentUserInfo":{"userid":"eve"},"commenttime":1,"commentcontent":"c"}],
        "process_list":{"node_list":[{"node_type":2,"sub_node_list":[{"userid":"eve","Sptime":5}]}]}}}"#,
    )
    .info;
    assert_eq!(detail.sp_status, Some(ApprovalStatus::WithdrawnAfterApproval));
    assert_eq!(detail.sp_record[0].details[0].sptime, Some(Timestamp::from_secs(0)));
    let table = &detail.apply_data.unwrap().contents[0];
    let day = table.value.children[0].list[0].value.date.clone().unwrap();
    assert_eq!((day.kind.as_str(), day.s_timestamp), ("day", Some(NOON)));
    let commenter = detail.comments[0].comment_user_info.clone().unwrap();
    assert_eq!(commenter.userid, Some(UserId::new("eve")));
    let node = &detail.process_list.unwrap().node_list[0];
    assert_eq!(node.node_type, Some(ApprovalNodeType::Notify));
    assert_eq!(node.sub_node_list[0].sptime, Some(Timestamp::from_secs(5)));

    let template = read::<GetApprovalTemplate>(
        r#"{"template_names":[{"text":"全字段","lang":"zh_CN"}],"template_content":{"controls":[
        {"property":{"control":"Tips","id":"i","require":0,"un_print":1,
            "un_replace":0,"display":1},"config":{"tips":
        {"tips_content":[{"lang":"zh_CN","text":{"sub_text":[{"type":2,"content":{"link":
        {"title":"t","url":"u"}}}]}}]}}}]}}"#,
    );
    let tips = &template.template_content.controls[0];
    assert_eq!((tips.property.require, tips.property.un_print), (Some(false), Some(true)));
    assert_eq!((tips.property.un_replace, tips.property.display), (Some(false), Some(true)));
    let part = &tips.config.as_ref().unwrap().tips.as_ref().unwrap().tips_content[0];
    let link = part.text.as_ref().unwrap().sub_text[0].content.clone().unwrap().link.unwrap();
    assert_eq!(link.url.as_deref(), Some("u"));

    let journal = read::<GetJournal>(
        r#"{"info":{"journal_uuid":"j","submitter":{"userid":"bob"},"readed_receivers":[],
        "apply_data":{"contents":[{"control":"Docs","id":"d","value":{"docs":[{"docid":"D"}]}}]},
        "comments":[{"commentid":1,"tocommentid":0,"comment_userinfo":{"userid":"ann"}}]}}"#,
    )
    .info;
    assert_eq!(journal.comments[0].commentid, Some("1".into()));
    assert_eq!(journal.apply_data.unwrap().contents[0].value.docs[0].docid, Some("D".into()));
}

#[test]
fn attendance() {
    let overtime = OvertimeConfig::new().holidayconf(OvertimeOfDays::new(true));
    let rule = NewCheckinRule::new(CheckinRuleType::Free, "自由").kind(0).ot_info_v2(overtime);
    check([
        (
            written(&GetCheckinData::new(CheckinKind::All, NOON, NOON, ["ann".into()])),
            "/cgi-bin/checkin/getcheckindata",
            json!({"opencheckindatatype": 3, "starttime": 1_700_000_000,
                "endtime": 1_700_000_000, "useridlist": ["ann"]}),
        ),
        (
            written(&AddCheckinOption::new(rule).effective_now(true)),
            "/cgi-bin/checkin/add_checkin_option",
            json!({"effective_now": true, "group": {"grouptype": 3, "groupname": "自由", "type": 0,
                "ot_info_v2": {"holidayconf": {"allow_ot": true}}}}),
        ),
        (
            written(&SetUserVacationQuota::new("ann", 1_u64, -3600_i64, VacationUnit::Hour)),
            "/cgi-bin/oa/vacation/setoneuserquota",
            json!({"userid": "ann", "vacation_id": 1, "leftduration": -3600, "time_attr": 1}),
        ),
        (
            written_as(AccountKind::Provider, &GetDeviceFeature::new("SN")),
            "/cgi-bin/hardware/get_device_feature",
            json!({"device_sn": "SN"}),
        ),
    ]);
    let day = read::<GetCheckinDayData>(
        r#"{"datas":[{"base_info":{"date":1700000000,"acctid":"ann","rule_info":{"groupid":10,
        "checkintime":[{"work_sec":32400,"off_work_sec":64800}]}},"ot_info":{"ot_status":1,
        "exception_duration":[]},"sp_items":[{"type":100,"vacation_id":0,"duration":-60}]}]}"#,
    );
    let day = &day.datas[0];
    let rule = day.base_info.as_ref().unwrap().rule_info.as_ref().unwrap();
    assert_eq!(rule.checkintime[0].off_work_sec, Some(64_800));
    assert_eq!(
        (day.sp_items[0].kind, day.sp_items[0].duration),
        (Some(CheckinApprovalKind::FieldWork), Some(-60))
    );
    let shifts = read::<GetCheckinSchedules>(
        r#"{"schedule_list":[{"userid":"ann","yearmonth":202011,"schedule":{"scheduleList":[
        {"day":1,"schedule_info":{"schedule_id":0,"time_section":[]}}]}}]}"#,
    );
    let month = shifts.schedule_list[0].schedule.as_ref().unwrap();
    assert_eq!(month.schedule_list[0].day, Some(1));
    let rules = read::<GetCheckinOption>(
        r#"{"info":[{"userid":"ann","group":{"grouptype":9,"checkindate":[{"workdays":[1,2],
        "checkintime":[{"work_sec":36000}],"flex_time":300000}],"loc_infos":[{"lng":30547030,
        "lat":104062890,"distance":300}]}}]}"#,
    );
    let rule = rules.info[0].group.as_ref().unwrap();
    assert_eq!(rule.grouptype, Some(CheckinRuleType::Other(9)));
    assert_eq!(
        (rule.loc_infos[0].lat, rule.checkindate[0].flex_time),
        (104_062_890.0, Some(300_000))
    );
    let config = read::<GetVacationConfig>(
        r#"{"lists":[{"id":1,"name":"年假","time_attr":0,"quota_attr":{"type":1,"quota_rules":{"list":[
        {"quota":432000,"begin":0,"end":10}],"based_on_actual_work_time":true}},"is_newovertime":0,
        "expire_rule":{"type":2,"duration":1,"date":{"month":0,"day":0},"extern_duration_enable":false}}]}"#,
    );
    let quota = config.lists[0].quota_attr.as_ref().unwrap().quota_rules.as_ref().unwrap();
    assert_eq!((quota.list[0].quota, quota.based_on_actual_work_time), (Some(432_000), Some(true)));
}

#[test]
fn calendars_rooms_and_broadcasts() {
    let share = CalendarShare::new("ann").permission(CalendarPermission::ViewBusy);
    let calendar = NewCalendar::new("值班", "#FF3030").is_public(true).shares([share]);
    let reminders = ScheduleReminders::new()
        .is_remind(true)
        .remind_time_diffs([0, -3600])
        .is_repeat(true)
        .repeat_type(ScheduleRepeat::Workdays);
    let entry = NewSchedule::new()
        .start_time(NOON)
        .is_whole_day(false)
        .attendees([ScheduleAttendee::new("bob")])
        .reminders(reminders);
    let room = AddMeetingRoom::new("18F", 10_u32)
        .coordinate(Coordinate::new(113.934_528, 22.540_503))
        .equipment([RoomEquipment::from(1), RoomEquipment::from(5)]);
    check([
        (
            written(&AddCalendar::new(calendar)),
            "/cgi-bin/oa/calendar/add",
            json!({"calendar": {"summary": "值班", "color": "#FF3030", "is_public": 1,
                "shares": [{"userid": "ann", "permission": 3}]}}),
        ),
        (
            written(&AddSchedule::new(entry)),
            "/cgi-bin/oa/schedule/add",
            json!({"schedule": {"start_time": 1_700_000_000, "is_whole_day": 0,
                "attendees": [{"userid": "bob"}],
                "reminders": {"is_remind": 1, "remind_time_diffs": [0, -3600], "is_repeat": 1,
                    "repeat_type": 7}}}),
        ),
        (
            written(&DeleteSchedule::new("S").op_mode(ScheduleScope::Future).op_start_time(NOON)),
            "/cgi-bin/oa/schedule/del",
            json!({"schedule_id": "S", "op_mode": 2, "op_start_time": 1_700_000_000}),
        ),
        (
            written(&room),
            "/cgi-bin/oa/meetingroom/add",
            json!({"name": "18F", "capacity": 10, "equipment": [1, 5],
                "coordinate": {"longitude": 113.934_528, "latitude": 22.540_503}}),
        ),
        (
            written(&CreateLiving::new("ann", "直播", NOON, 3600_u64, LivingType::Activity)),
            "/cgi-bin/living/create",
            json!({"anchor_userid": "ann", "theme": "直播", "living_start": 1_700_000_000,
                "living_duration": 3600, "type": 4}),
        ),
        (
            written(&GetLivingInfo::new("L")),
            "/cgi-bin/living/get_living_info?livingid=L",
            Value::Null,
        ),
    ]);
    let calendars = read::<GetCalendars>(
        r#"{"calendar_list":[{"cal_id":"C","is_public":1,"is_corp_calendar":0,"admins":"",
        "shares":{"userid":"ann","permission":1}}]}"#,
    );
    let calendar = &calendars.calendar_list[0];
    assert_eq!((calendar.is_public, calendar.shares.len()), (Some(true), 1));
    let rooms = read::<GetMeetingRoomBookings>(
        r#"{"booking_list":[{"meetingroom_id":"1","schedule":[{"booking_id":"b","status":0}]},
        {"meetingroom_id":2,"schedule":[]}]}"#,
    );
    assert_eq!(rooms.booking_list[0].schedule[0].booking_id, Some(BookingId::new("b")));
    let booking = read::<GetMeetingRoomBooking>(
        r#"{"meetingroom_id":1,"schedule":{"booking_id":"b","start_time":1700000000}}"#,
    );
    assert_eq!(booking.schedule[0].start_time, Some(NOON));
    let living = read::<GetLivingInfo>(
        r#"{"living_info":{"theme":"t","status":2,"type":1,"open_replay":1,"viewer_num":100}}"#,
    )
    .living_info;
    assert_eq!((living.status, living.open_replay), (Some(LivingStatus::Ended), Some(true)));
}

#[test]
fn mail_and_meetings() {
    let to = MailRecipients::new().emails(["a@b.example".to_owned()]);
    let lists = MailGroupIds::new().list(["x@b.example".into()]);
    let reminders = MeetingReminders::new()
        .is_repeat(true)
        .repeat_type(MeetingRepeatKind::Daily)
        .remind_before([0, 900]);
    check([
        (
            written(&SendMail::new(to, "s", "c").enable_id_trans(true)),
            "/cgi-bin/exmail/app/compose_send",
            json!({"to": {"emails": ["a@b.example"]}, "subject": "s", "content": "c",
                "enable_id_trans": 1}),
        ),
        (
            written(&weixin_work::mail::CreateMailGroup::new("g@b.example", "g").group_list(lists)),
            "/cgi-bin/exmail/group/create",
            json!({"groupid": "g@b.example", "groupname": "g",
                "group_list": {"list": ["x@b.example"]}}),
        ),
        (
            written(&SearchMailGroups::new().fuzzy(true).groupid("g")),
            "/cgi-bin/exmail/group/search?fuzzy=1&groupid=g",
            Value::Null,
        ),
        (
            written(&ActivateMailAccount::new().userid("ann").kind(MailAccountAction::Disable)),
            "/cgi-bin/exmail/account/act_email",
            json!({"userid": "ann", "type": 2}),
        ),
        (
            written(&CreateMeeting::new("ann", "周会", NOON, 3600_u64).reminders(reminders)),
            "/cgi-bin/meeting/create",
            json!({"admin_userid": "ann", "title": "周会", "meeting_start": 1_700_000_000,
                "meeting_duration": 3600,
                "reminders": {"is_repeat": 1, "repeat_type": 0, "remind_before": [0, 900]}}),
        ),
    ]);
    let group = read::<GetMailGroup>(
        r#"{"groupid":"g@b.example","email_list":{"list":["u@b.example"]},"tag_list":{"list":["1"]}}"#,
    );
    assert_eq!(group.tag_list.unwrap().list, [TagId::from(1)]);
    let mailbox = read::<CreatePublicMail>(r#"{"id":7,"auth_code_id":1,"auth_code":"secret"}"#);
    assert!(!format!("{mailbox:?}").contains("secret"));
    assert_eq!(mailbox.auth_code.unwrap().expose(), "secret");
    let meeting = read::<GetMeetingInfo>(
        r#"{"status":1,"attendees":{"member":[{"userid":"bob","status":1,"total_join_count":5}],
        "tmp_external_user":[{"tmp_external_userid":"wo","status":2}]},"settings":
        {"enable_enter_mute":true,"hosts":{"userid":["bob"]}},"reminders":{"is_repeat":1}}"#,
    );
    assert_eq!(meeting.status, Some(MeetingStatus::Waiting));
    assert_eq!(meeting.settings.unwrap().enable_enter_mute, Some(EnterMute::On));
    assert_eq!(meeting.attendees.unwrap().member[0].total_join_count, Some(5));
}

#[test]
fn meetings_that_are_on_and_webinars() {
    let person = MeetingPerson::new("tmp", MeetingDeviceKind::Pc).nickname("安");
    let guest = WebinarGuest::new(WebinarGuestKind::External).email("a@b.example");
    check([
        (
            written(&SetMeetingNicknames::new("M", [person])),
            "/cgi-bin/meeting/realcontrol/set_nicknames",
            json!({"meetingid": "M", "operated_users": [
                {"tmp_openid": "tmp", "instance_id": 1, "nickname": "安"}]}),
        ),
        (
            written(&SetWebinarGuests::new("M", [guest])),
            "/cgi-bin/meeting/webinar/update_guest_list",
            json!({"meetingid": "M", "guests": [{"guest_type": 2, "email": "a@b.example"}]}),
        ),
    ]);
    let pages = [
        r#"{"attendees":[{"userid":"","tmp_openid":"t","join_time":"1700000000","role":0}],
        "has_more":true,"next_cursor":"n"}"#,
        r#"{"attendees":[],"has_more":false,"next_cursor":"n"}"#,
    ];
    let (people, calls) = paged(GetMeetingAttendees::new("M"), &pages);
    assert_eq!((people[0].join_time, people[0].role), (Some(NOON), Some(AttendeeRole::Member)));
    assert_eq!(calls[1].1, json!({"meetingid": "M", "cursor": "n"}));
    let config = read::<GetWebinarEnrollConfig>(
        r#"{"approve_type":1,"question_list":[{"is_required":1,"option_list":[{"content":"c"}]}]}"#,
    );
    assert_eq!(config.question_list[0].option_list[0].content.as_deref(), Some("c"));
}

#[test]
fn the_drive_and_documents() {
    let member = DriveMember::new(DriveMemberType::Department).departmentid(1).auth(1);
    let text = TextChange::InsertText(InsertText::new("hi", TextLocation::new(0_u64)));
    let question = FormQuestion::new(1_u64, 1_u64, "午餐?", FormQuestionKind::Radio)
        .option_item([FormOption::new(1_u64, "面").status(FormItemStatus::Normal)]);
    let form =
        FormInfo::new().form_title("调查").form_question(FormQuestions::new().items([question]));
    let contains = FilterCondition::new("f1", "OPERATOR_CONTAINS")
        .string_value(TextValues::new().value(["x".to_owned()]));
    let filter = FilterSpec::new().conjunction("CONJUNCTION_AND").conditions([contains]);
    let columns = [
        SheetField::new(UserProperty::new().is_multiple(true)).field_title("谁"),
        SheetField::new(SheetFieldKind::Number(Some(NumberProperty::new().decimal_places(2)))),
        SheetField::new(SheetFieldKind::Text(None)),
        SheetField::new(SheetFieldKind::Email),
    ];
    let record = NewSheetRecord::new([("名".to_owned(), json!([{"type": "text", "text": "安"}]))]);
    check([
        (
            written(&weixin_work::wedrive::CreateSpace::new("S").auth_info([member])),
            "/cgi-bin/wedrive/space_create",
            json!({"space_name": "S", "auth_info": [{"type": 2, "departmentid": 1, "auth": 1}]}),
        ),
        (
            written(&SetFileSecurity::new("F").watermark(Watermark::new().show_text(false))),
            "/cgi-bin/wedrive/file_secure_setting",
            json!({"fileid": "F", "watermark": {"show_text": false}}),
        ),
        (
            written(&CreateDocument::new(DocumentType::SmartSheet, "D")),
            "/cgi-bin/wedoc/create_doc",
            json!({"doc_type": 10, "doc_name": "D"}),
        ),
        (
            written(&UpdateText::new("D", [text]).version(3)),
            "/cgi-bin/wedoc/document/batch_update",
            json!({"docid": "D", "version": 3,
                "requests": [{"insert_text": {"text": "hi", "location": {"index": 0}}}]}),
        ),
        (
            written(&CreateForm::new(form)),
            "/cgi-bin/wedoc/create_form",
            json!({"form_info": {"form_title": "调查", "form_question": {"items": [
                {"question_id": 1, "pos": 1, "title": "午餐?", "reply_type": 2,
                    "option_item": [{"key": 1, "value": "面", "status": 1}]}]}}}),
        ),
        (
            written(&AddSheetFields::new("D", "s", columns)),
            "/cgi-bin/wedoc/smartsheet/add_fields",
            json!({"docid": "D", "sheet_id": "s", "fields": [
                {"field_title": "谁", "field_type": "FIELD_TYPE_USER",
                    "property_user": {"is_multiple": true}},
                {"field_type": "FIELD_TYPE_NUMBER", "property_number": {"decimal_places": 2}},
                {"field_type": "FIELD_TYPE_TEXT"}, {"field_type": "FIELD_TYPE_EMAIL"}]}),
        ),
        (
            written(&AddSheetRecords::new("D", "s", [record])),
            "/cgi-bin/wedoc/smartsheet/add_records",
            json!({"docid": "D", "sheet_id": "s",
                "records": [{"values": {"名": [{"type": "text", "text": "安"}]}}]}),
        ),
        (
            written(&GetSheetRecords::new("D", "s").filter_spec(filter)),
            "/cgi-bin/wedoc/smartsheet/get_records",
            json!({"docid": "D", "sheet_id": "s", "filter_spec": {"conjunction": "CONJUNCTION_AND",
                "conditions": [{"field_id": "f1", "operator": "OPERATOR_CONTAINS",
                    "string_value": {"value": ["x"]}}]}}),
        ),
    ]);
    let space = read::<GetSpace>(
        r#"{"space_info":{"spaceid":"S","auth_list":{"auth_info":[{"type":1,"userid":"ann","auth":7}],
        "quit_userid":["bob"]},"space_sub_type":"0"}}"#,
    );
    assert_eq!(space.space_info.auth_list.unwrap().quit_userid, [UserId::new("bob")]);
    let columns = read::<GetSheetFields>(
        r#"{"fields":[{"field_id":"f","field_type":"FIELD_TYPE_URL","property_url":{"type":"LINK_TYPE_PURE_TEXT"}},
        {"field_id":"g","field_type":"FIELD_TYPE_HOLOGRAM","property_hologram":{"depth":3}}]}"#,
    );
    assert!(matches!(&columns.fields[0].kind, SheetFieldKind::Url(Some(_))));
    let SheetFieldKind::Other(fields) = &columns.fields[1].kind else { panic!("{columns:?}") };
    assert_eq!(fields["property_hologram"]["depth"], 3);
    let cells = read::<GetSheetRange>(
        r#"{"grid_data":{"start_row":0,"rows":[{"values":[{"cell_value":{"text":"t"},
        "cell_format":{"text_format":{"bold":true,"color":{"red":255}}}}]}]}}"#,
    );
    let cell = &cells.grid_data.unwrap().rows[0].values[0];
    assert_eq!(cell.cell_value.as_ref().unwrap().text.as_deref(), Some("t"));
    let answers = read::<GetFormAnswer>(
        r#"{"answer":{"answer_list":[{"answer_id":15,"reply":{"items":[{"question_id":1,
        "option_reply":[2],"duration_reply":{"hours":4.5}}]},"answer_status":1}]}}"#,
    );
    let reply = &answers.answer.answer_list[0].reply.as_ref().unwrap().items[0];
    assert_eq!(reply.duration_reply.as_ref().unwrap().hours, Some(4.5));
}

/// What the calls for the pages of a list say under this name.
fn cursors<E: Paged + Clone>(first: E, pages: &[&str], name: &str) -> Vec<Value> {
    let (_, calls) = paged(first, pages);
    calls.into_iter().map(|(_, body)| body[name].clone()).collect()
}

#[test]
fn lists_turn_their_pages() {
    let newer = GetApprovalNumbers::new(NOON, NOON, 100_u32).new_cursor("");
    let pages = [r#"{"sp_no_list":["1"],"new_next_cursor":"n"}"#, r#"{"sp_no_list":["2"]}"#];
    assert_eq!(cursors(newer, &pages, "new_cursor"), [json!(""), json!("n")]);
    let older = GetApprovalNumbers::new(NOON, NOON, 100_u32).cursor(0);
    let pages = [r#"{"sp_no_list":["1"],"next_cursor":9}"#, r#"{"sp_no_list":[]}"#];
    assert_eq!(cursors(older, &pages, "cursor"), [json!(0), json!(9)]);
    let journals = GetJournals::new(NOON, NOON, 0_u64, 100_u32);
    let pages = [
        r#"{"journaluuid_list":["a"],"next_cursor":5,"endflag":0}"#,
        r#"{"journaluuid_list":["b"],"next_cursor":6,"endflag":1}"#,
    ];
    assert_eq!(cursors(journals, &pages, "cursor"), [json!(0), json!(5)]);
    let entries = GetSchedulesOfCalendar::new("C");
    let pages = [
        r#"{"schedule_list":[{"schedule_id":"a","attendees":[{"userid":"u","response_status":4}]}]}"#,
        r#"{"schedule_list":[]}"#,
    ];
    let (items, calls) = paged(entries, &pages);
    assert_eq!(items[0].attendees[0].response_status, Some(ScheduleResponse::Declined));
    assert_eq!(calls[1].1, json!({"cal_id": "C", "offset": 1}));
    let pages = [r#"{"record":[{"call_type":1},{"call_type":2}]}"#, r#"{"record":[]}"#];
    assert_eq!(cursors(GetDialRecords::new(), &pages, "offset"), [Value::Null, json!(2)]);
    let pages = [r#"{"jobids":["a"],"ending":0}"#, r#"{"jobids":["b"],"ending":1}"#];
    assert_eq!(cursors(GetHealthReportJobIds::new(), &pages, "offset"), [Value::Null, json!(1)]);
    let answers = GetHealthReportAnswers::new("J", "2020-03-27");
    let pages = [r#"{"answers":[{"id_type":1,"report_values":[]}]}"#, r#"{"answers":[]}"#];
    assert_eq!(cursors(answers, &pages, "offset"), [Value::Null, json!(1)]);
    let pages = [
        r#"{"livingid_list":["a"],"next_cursor":"n"}"#,
        r#"{"livingid_list":["b"],"next_cursor":""}"#,
    ];
    assert_eq!(cursors(GetUserLivings::new("ann"), &pages, "cursor"), [Value::Null, json!("n")]);
    let pages = [
        r#"{"ending":0,"next_key":"k","stat_info":{"users":[{"userid":"u","is_mic":1}]}}"#,
        r#"{"ending":1,"next_key":"k","stat_info":{"external_users":[{"external_userid":"e"}]}}"#,
    ];
    assert_eq!(
        cursors(GetLivingWatchStat::new("L"), &pages, "next_key"),
        [Value::Null, json!("k")]
    );
    let pages = [
        r#"{"mail_list":[{"mail_id":"a"}],"has_more":1,"next_cursor":"n"}"#,
        r#"{"has_more":0,"next_cursor":"n"}"#,
    ];
    assert_eq!(cursors(GetMailList::new(), &pages, "cursor"), [Value::Null, json!("n")]);
    let pages = [r#"{"meetingid_list":["a"],"next_cursor":"n"}"#, r#"{"meetingid_list":[]}"#];
    assert_eq!(cursors(GetUserMeetings::new("ann"), &pages, "cursor"), [Value::Null, json!("n")]);
    let files = GetFiles::new("S", "S", FileOrder::ModifiedDescending, 0_u64, 50_u32);
    let pages = [
        r#"{"has_more":true,"next_start":50,"file_list":{"item":[{"fileid":"f","file_type":2}]}}"#,
        r#"{"has_more":false,"file_list":{"item":[]}}"#,
    ];
    assert_eq!(cursors(files, &pages, "start"), [json!(0), json!(50)]);
    let pages = [
        r#"{"total":2,"next":1,"has_more":true,"fields":[{"field_id":"f","field_type":"FIELD_TYPE_TEXT"}]}"#,
        r#"{"total":2,"next":2,"has_more":false,"fields":[]}"#,
    ];
    assert_eq!(cursors(GetSheetFields::new("D", "s"), &pages, "offset"), [Value::Null, json!(1)]);
    let first = GetFormStatistic::new("R", FormStatisticKind::Submitted);
    let pages = [
        r#"{"fill_cnt":1,"has_more":true,"cursor":1,"submit_users":[{"answer_id":1}]}"#,
        r#"{"has_more":false}"#,
    ];
    assert_eq!(cursors(first, &pages, "cursor"), [Value::Null, json!(1)]);
}
