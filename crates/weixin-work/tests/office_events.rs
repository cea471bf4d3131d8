//! What is pushed about approvals, calendars, rooms, broadcasts, mail, meetings, the drive, documents
//! and devices.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_api::Timestamp;
use weixin_protocol::UserId;
use weixin_wire_tests::{event, notice, push};
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

#[test]
fn a_comment_on_an_application_shows_all_its_approvals() {
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
}

#[test]
fn an_approval_of_a_third_party_changed() {
    let change: OpenApprovalChange = event(
        "open_approval_change",
        "<ApprovalInfo><ThirdNo>7</ThirdNo><OpenSpStatus>1</OpenSpStatus><ApprovalNodes>\
         <ApprovalNode><NodeStatus>1</NodeStatus><Items><Item><ItemName>a</ItemName>\
         <ItemUserid>ann</ItemUserid></Item><Item><ItemName>b</ItemName></Item></Items></ApprovalNode>\
         </ApprovalNodes><NotifyNodes><NotifyNode><ItemName>c</ItemName></NotifyNode></NotifyNodes>\
         <ApproverStep>0</ApproverStep></ApprovalInfo><AgentID>7</AgentID>",
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
fn a_calendar_was_changed() {
    let calendar: CalendarModified = event("modify_calendar", "<CalId>C</CalId>");
    assert_eq!(calendar.cal_id, "C");
}

#[test]
fn a_schedule_was_deleted() {
    let entry: ScheduleDeleted = push(
        r#"{"ToUserName":"ww1","FromUserName":"sys","CreateTime":1700000000,"MsgType":"event",
        "Event":"delete_schedule","CalId":"C","ScheduleId":"S"}"#,
    );
    assert_eq!((entry.schedule_id.as_str(), entry.cal_id), ("S", Some(CalendarId::new("C"))));
}

#[test]
fn a_meeting_room_was_booked_for_a_meeting() {
    let booked: BookMeetingRoomEvent =
        event("book_meeting_room", "<MeetingRoomId>1</MeetingRoomId><MeetingId>m</MeetingId>");
    assert_eq!((booked.meeting_room_id, booked.booking_id), (MeetingRoomId::new(1), None));
}

#[test]
fn a_booking_was_cancelled() {
    let cancelled: CancelMeetingRoomEvent =
        event("cancel_meeting_room", "<MeetingRoomId>1</MeetingRoomId><BookingId>b</BookingId>");
    assert_eq!(cancelled.booking_id, Some(BookingId::new("b")));
}

#[test]
fn a_broadcast_began() {
    let living: LivingStatusChange =
        event("living_status_change", "<LivingId>L</LivingId><Status>1</Status>");
    assert_eq!((living.living_id.as_str(), living.status), ("L", LivingStatus::Live));
}

#[test]
fn a_meeting_was_changed_by_a_member() {
    let meeting: MeetingChange = event(
        "meeting_change",
        "<ChangeType>modify_meeting</ChangeType><MeetingId>M</MeetingId><OperatedUser>\
         <UserId>ann</UserId><UserRole>1</UserRole></OperatedUser>",
    );
    assert_eq!(meeting.change_type, MeetingChangeKind::ModifyMeeting);
    assert_eq!(meeting.operated_user.unwrap().user_role, Some(1));
}

#[test]
fn an_app_received_mail() {
    let mail: AppMailReceived =
        event("app_email_change", "<ChangeType>receive_email</ChangeType><Amount>2</Amount>");
    assert_eq!(mail.amount, Some(2));
}

#[test]
fn the_drive_is_full() {
    let full: WedriveInsufficientCapacity = event("wedrive_insufficient_capacity", "");
    assert_eq!(full.header.from.as_str(), "oAnn");
}

#[test]
fn spaces_were_dismissed() {
    let spaces: WedriveSpaceChange = event(
        "wedrive_space_change",
        "<ChangeType>dismiss_space</ChangeType><SpaceId>a</SpaceId><SpaceId>b</SpaceId>",
    );
    assert_eq!(spaces.space_id, ["a", "b"]);
}

#[test]
fn a_form_was_completed() {
    let document: DocumentChange =
        event("doc_change", "<ChangeType>form_complete</ChangeType><FormId>f</FormId>");
    assert_eq!((document.form_id, document.doc_id), (vec!["f".into()], vec![]));
}

#[test]
fn a_record_of_a_smart_sheet_was_changed() {
    let sheet: SmartSheetChange = event(
        "smart_sheet_change",
        "<ChangeType>update_record</ChangeType><DocId>D</DocId><RecordId>r</RecordId>",
    );
    assert_eq!((sheet.doc_id, sheet.record_id.len()), (Some(DocumentId::new("D")), 1));
}

#[test]
fn a_device_was_added() {
    let added: DeviceAdded = notice(
        "add_device",
        "<ServiceCorpId>ww2</ServiceCorpId><DeviceSn>SN</DeviceSn><ModelId>M</ModelId>",
    );
    assert_eq!((added.device_sn.as_str(), added.auth_corp_id), ("SN", None));
    assert_eq!(added.header.created, 1_700_000_000);
}

#[test]
fn a_device_was_disconnected() {
    let gone: DeviceDisconnected = notice(
        "disconnect_info",
        "<DeviceSn>SN</DeviceSn><DisconnectTime>1700000000</DisconnectTime><Reason>r</Reason>",
    );
    assert_eq!(
        (gone.disconnect_time, gone.reason.as_deref()),
        (Some(Timestamp::from_secs(1_700_000_000)), Some("r"))
    );
}

#[test]
fn a_device_reports_an_error() {
    let error: DeviceError =
        notice("error_report", "<DeviceSn>SN</DeviceSn><ErrCode>0</ErrCode><ErrMsg>ok</ErrMsg>");
    assert_eq!((error.err_code, error.err_msg.as_deref()), (Some(0), Some("ok")));
}

#[test]
fn the_authorization_of_a_devices_data_changed() {
    let auth: DeviceDataAuthChanged =
        notice("device_data_auth_change", "<SuiteId>s</SuiteId><AgentID>7</AgentID>");
    assert_eq!(
        (auth.suite_id.as_ref().map(SuiteId::as_str), auth.header.agent_id),
        (Some("s"), Some(7))
    );
}
