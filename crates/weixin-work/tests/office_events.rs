//! What is pushed about approvals, calendars, rooms, broadcasts, mail, meetings, the drive, documents
//! and devices.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_api::Timestamp;
use weixin_protocol::{Format, Inbound, InboundMessage, UserId};
use weixin_work::{
    approval::{ApprovalChange, ApprovalStepStatus, OpenApprovalChange, SysApprovalChange},
    calendar::CalendarModified,
    document::DocumentChange,
    hardware::{DeviceAdded, DeviceDataAuthChanged, DeviceDisconnected, DeviceError},
    ids::{CalendarId, DocumentId, SuiteId},
    living::{LivingStatus, LivingStatusChange},
    mail::AppMailReceived,
    meeting::{MeetingChange, MeetingChangeKind},
    meeting_room::{BookMeetingRoomEvent, BookingId, CancelMeetingRoomEvent, MeetingRoomId},
    schedule::ScheduleDeleted,
    smart_sheet::SmartSheetChange,
    wedrive::{WedriveInsufficientCapacity, WedriveSpaceChange},
};

/// Reads a push, and sees that the other side writes it as it was.
fn read<T: InboundMessage>(body: &str) -> T {
    let push = Inbound::parse(body).unwrap();
    assert!(push.is::<T>(), "{}", push.kind());
    let message: T = push.read().unwrap();
    for format in [Format::Xml, Format::Json] {
        let written = Inbound::of(push.header(), &message, format).write(format);
        let again: T = Inbound::parse(&written).unwrap().read().unwrap();
        assert_eq!(format!("{message:?}"), format!("{again:?}"), "{written}");
    }
    message
}

fn event<T: InboundMessage>(event: &str, fields: &str) -> T {
    read(&format!(
        "<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName>\
         <CreateTime>1700000000</CreateTime><MsgType>event</MsgType><Event>{event}</Event>{fields}\
         <AgentID>7</AgentID></xml>"
    ))
}

fn notice<T: InboundMessage>(info: &str, fields: &str) -> T {
    read(&format!(
        "<xml><InfoType>{info}</InfoType><TimeStamp>1700000000</TimeStamp>{fields}</xml>"
    ))
}

#[test]
fn applications_that_change() {
    let change: SysApprovalChange = event(
        "sys_approval_change",
        "<ApprovalInfo><SpNo>2019</SpNo><SpStatus>1</SpStatus><Applyer><UserId>bob</UserId>\
         <Party>2</Party></Applyer><SpRecord><SpStatus>1</SpStatus><Details><Approver><UserId>ann</UserId>\
         </Approver><Speech></Speech></Details><Details><Approver><UserId>eve</UserId></Approver>\
         </Details></SpRecord><Notifyer><UserId>cat</UserId></Notifyer><ProcessList><NodeList>\
         <NodeType>1</NodeType><SubNodeList><UserInfo><UserId>ann</UserId></UserInfo><SpYj>1</SpYj>\
         </SubNodeList></NodeList></ProcessList><StatuChangeEvent>10</StatuChangeEvent></ApprovalInfo>",
    );
    let info = change.approval_info;
    assert_eq!(
        (info.sp_no.as_str(), info.statu_change_event),
        ("2019", Some(ApprovalChange::Commented))
    );
    assert_eq!(info.sp_record[0].details.len(), 2);
    assert_eq!(info.notifyer[0].userid, Some(UserId::new("cat")));
    assert_eq!(
        info.process_list.unwrap().node_list[0].sub_node_list[0].sp_yj,
        Some(ApprovalStepStatus::Pending)
    );

    let change: OpenApprovalChange = event(
        "open_approval_change",
        "<ApprovalInfo><ThirdNo>7</ThirdNo><OpenSpStatus>1</OpenSpStatus><ApprovalNodes>\
         <ApprovalNode><NodeStatus>1</NodeStatus><Items><Item><ItemName>a</ItemName>\
         <ItemUserid>ann</ItemUserid></Item><Item><ItemName>b</ItemName></Item></Items></ApprovalNode>\
         </ApprovalNodes><NotifyNodes><NotifyNode><ItemName>c</ItemName></NotifyNode></NotifyNodes>\
         <ApproverStep>0</ApproverStep></ApprovalInfo>",
    );
    let info = change.approval_info;
    assert_eq!((change.header.agent_id, info.approver_step), (Some(7), Some(0)));
    assert_eq!(info.approval_nodes[0].items[0].item_userid, Some(UserId::new("ann")));
    assert_eq!(
        (info.approval_nodes[0].items.len(), info.notify_nodes[0].item_name.as_deref()),
        (2, Some("c"))
    );
}

#[test]
fn times_and_places() {
    let calendar: CalendarModified = event("modify_calendar", "<CalId>C</CalId>");
    assert_eq!(calendar.cal_id, "C");
    let entry: ScheduleDeleted = read(
        r#"{"ToUserName":"ww1","FromUserName":"sys","CreateTime":1700000000,"MsgType":"event",
        "Event":"delete_schedule","CalId":"C","ScheduleId":"S"}"#,
    );
    assert_eq!((entry.schedule_id.as_str(), entry.cal_id), ("S", Some(CalendarId::new("C"))));
    let booked: BookMeetingRoomEvent =
        event("book_meeting_room", "<MeetingRoomId>1</MeetingRoomId><MeetingId>m</MeetingId>");
    assert_eq!((booked.meeting_room_id, booked.booking_id), (MeetingRoomId::new(1), None));
    let cancelled: CancelMeetingRoomEvent =
        event("cancel_meeting_room", "<MeetingRoomId>1</MeetingRoomId><BookingId>b</BookingId>");
    assert_eq!(cancelled.booking_id, Some(BookingId::new("b")));
    let living: LivingStatusChange =
        event("living_status_change", "<LivingId>L</LivingId><Status>1</Status>");
    assert_eq!((living.living_id.as_str(), living.status), ("L", LivingStatus::Live));
    let meeting: MeetingChange = event(
        "meeting_change",
        "<ChangeType>modify_meeting</ChangeType><MeetingId>M</MeetingId><OperatedUser>\
         <UserId>ann</UserId><UserRole>1</UserRole></OperatedUser>",
    );
    assert_eq!(meeting.change_type, MeetingChangeKind::ModifyMeeting);
    assert_eq!(meeting.operated_user.unwrap().user_role, Some(1));
}

#[test]
fn mail_files_and_documents() {
    let mail: AppMailReceived =
        event("app_email_change", "<ChangeType>receive_email</ChangeType><Amount>2</Amount>");
    assert_eq!(mail.amount, Some(2));
    let _: WedriveInsufficientCapacity = event("wedrive_insufficient_capacity", "");
    let spaces: WedriveSpaceChange = event(
        "wedrive_space_change",
        "<ChangeType>dismiss_space</ChangeType><SpaceId>a</SpaceId><SpaceId>b</SpaceId>",
    );
    assert_eq!(spaces.space_id, ["a", "b"]);
    let document: DocumentChange =
        event("doc_change", "<ChangeType>form_complete</ChangeType><FormId>f</FormId>");
    assert_eq!((document.form_id, document.doc_id), (vec!["f".into()], vec![]));
    let sheet: SmartSheetChange = event(
        "smart_sheet_change",
        "<ChangeType>update_record</ChangeType><DocId>D</DocId><RecordId>r</RecordId>",
    );
    assert_eq!((sheet.doc_id, sheet.record_id.len()), (Some(DocumentId::new("D")), 1));
}

#[test]
fn devices() {
    let added: DeviceAdded = notice(
        "add_device",
        "<ServiceCorpId>ww2</ServiceCorpId><DeviceSn>SN</DeviceSn><ModelId>M</ModelId>",
    );
    assert_eq!((added.device_sn.as_str(), added.auth_corp_id), ("SN", None));
    assert_eq!(added.header.created, 1_700_000_000);
    let gone: DeviceDisconnected = notice(
        "disconnect_info",
        "<DeviceSn>SN</DeviceSn><DisconnectTime>1700000000</DisconnectTime><Reason>r</Reason>",
    );
    assert_eq!(
        (gone.disconnect_time, gone.reason.as_deref()),
        (Some(Timestamp::from_secs(1_700_000_000)), Some("r"))
    );
    let error: DeviceError =
        notice("error_report", "<DeviceSn>SN</DeviceSn><ErrCode>0</ErrCode><ErrMsg>ok</ErrMsg>");
    assert_eq!((error.err_code, error.err_msg.as_deref()), (Some(0), Some("ok")));
    let auth: DeviceDataAuthChanged =
        notice("device_data_auth_change", "<SuiteId>s</SuiteId><AgentID>7</AgentID>");
    assert_eq!(
        (auth.suite_id.as_ref().map(SuiteId::as_str), auth.header.agent_id),
        (Some("s"), Some(7))
    );
}
