//! What is pushed about approvals, calendars, rooms, broadcasts, mail, meetings, the drive, documents
//! and devices.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_api::Timestamp;
use weixin_protocol::UserId;
use weixin_wire_tests::{event, irregular_push, notice, push};
use weixin_work::{
    approval::{ApprovalChange, ApprovalStepStatus, OpenApprovalChange, SysApprovalChange},
    calendar::CalendarModified,
    document::{DocumentArchiveChange, DocumentChange, DocumentChangeKind},
    hardware::{DeviceAdded, DeviceDataAuthChanged, DeviceDisconnected, DeviceError},
    ids::{CalendarId, DocumentId, SuiteId},
    living::{LivingStatus, LivingStatusChange},
    mail::AppMailReceived,
    meeting::{
        MediumType, MeetingChange, MeetingChangeKind, MeetingStartStatus, MeetingStatistics,
        MeetingStatisticsKind, PstnStatus, RoomsId, RoomsResponse, UploadStatus,
    },
    meeting_room::{BookMeetingRoomEvent, BookingId, CancelMeetingRoomEvent, MeetingRoomId},
    schedule::ScheduleDeleted,
    smart_sheet::{SmartSheetChange, SmartSheetChangeKind},
    wedrive::{
        ArchivedSpaceChange, FileArchiveMembersChange, FileArchiveScopeChange,
        WedriveArchiveSpaceChange, WedriveInsufficientCapacity, WedriveSpaceChange,
    },
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
fn every_change_of_a_meeting_is_known_by_its_name_on_the_wire() {
    use MeetingChangeKind::*;
    for (name, kind) in [
        ("modify_meeting", ModifyMeeting),
        ("cancel_meeting", CancelMeeting),
        ("meeting_start", StartMeeting),
        ("meeting_end", EndMeeting),
        ("meeting_mute_all", MeetingMuteAll),
        ("meeting_unmute_all", MeetingUnmuteAll),
        ("join_meeting", JoinMeeting),
        ("quit_meeting", QuitMeeting),
        ("join_meeting_before_host", JoinMeetingBeforeHost),
        ("join_waiting_room", JoinWaitingRoom),
        ("quit_waiting_room", QuitWaitingRoom),
        ("join_from_meeting_room", JoinFromMeetingRoom),
        ("move_to_waiting_room", MoveToWaitingRoom),
        ("open_screen_share", OpenScreenShare),
        ("close_screen_share", CloseScreenShare),
        ("role_change", RoleChange),
        ("webinar_role_change", WebinarRoleChange),
        ("webinar_warm_up_upload", WebinarWarmUpUpload),
        ("pstn_status_update", PstnStatusUpdate),
        ("medium_upload", MediumUpload),
        ("start_recording", StartRecording),
        ("pause_recording", PauseRecording),
        ("resume_recording", ResumeRecording),
        ("stop_recording", StopRecording),
        ("recording_complete", RecordingComplete),
        ("delete_recording", DeleteRecording),
        ("enroll", Enroll),
        ("cancel_enroll", CancelEnroll),
        ("meeting_room_response", MeetingRoomResponse),
    ] {
        assert_eq!((MeetingChangeKind::from(name), kind.as_str()), (kind.clone(), name));
    }
    // An older spelling is read, too.
    assert_eq!(MeetingChangeKind::from("start_meeting"), StartMeeting);
}

#[test]
fn a_meeting_room_responds() {
    let room: MeetingChange = event(
        "meeting_change",
        "<ChangeType>meeting_room_response</ChangeType><MeetingId>M</MeetingId>\
         <MeetingRoomId>R</MeetingRoomId><RoomResponseStatus>3</RoomResponseStatus>",
    );
    assert_eq!(room.change_type, MeetingChangeKind::MeetingRoomResponse);
    assert_eq!(room.meeting_room_id, Some(RoomsId::new("R")));
    assert_eq!(room.room_response_status, Some(RoomsResponse::Rejected));
}

#[test]
fn a_telephone_call_of_a_meeting_is_cancelled() {
    let call: MeetingChange = event(
        "meeting_change",
        "<ChangeType>pstn_status_update</ChangeType><MeetingId>M</MeetingId>\
         <PstnStatus>CANCLE_INVITE</PstnStatus>",
    );
    assert_eq!(call.pstn_status, Some(PstnStatus::Cancelled));
}

#[test]
fn each_file_of_a_meeting_has_its_state() {
    let files: MeetingChange = event(
        "meeting_change",
        "<ChangeType>medium_upload</ChangeType><AllUploadStatus>false</AllUploadStatus>\
         <UploadInfo><MediumType>2</MediumType><UploadStatus>0</UploadStatus>\
         <ErrorMsg>low-resolution</ErrorMsg></UploadInfo>\
         <UploadInfo><MediumType>1</MediumType><UploadStatus>1</UploadStatus></UploadInfo>",
    );
    assert_eq!(files.all_upload_status, Some(false));
    let files: Vec<_> =
        files.upload_info.iter().map(|info| (info.medium_type, info.upload_status)).collect();
    assert_eq!(
        files,
        [
            (Some(MediumType::Picture), Some(UploadStatus::Failed)),
            (Some(MediumType::Video), Some(UploadStatus::Succeeded))
        ]
    );
}

#[test]
fn statistics_say_that_a_meeting_has_begun() {
    let begun: MeetingStatistics =
        event("meeting_statistics", "<ChangeType>start_meeting</ChangeType><Status>1</Status>");
    assert_eq!(begun.change_type, MeetingStatisticsKind::StartMeeting);
    assert_eq!(begun.change_type.as_str(), "start_meeting");
    assert_eq!(begun.status, Some(MeetingStartStatus::Started));
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
fn the_settings_of_forms_were_changed() {
    let form: DocumentChange = event(
        "doc_change",
        "<ChangeType>form_settings_change</ChangeType><FormId>a</FormId><FormId>b</FormId>",
    );
    assert_eq!(form.change_type, DocumentChangeKind::FormSettingsChange);
    assert_eq!(form.form_id, ["a", "b"]);
}

#[test]
fn a_document_was_archived() {
    let archived: DocumentArchiveChange =
        event("document_archive_change", "<DocId>D</DocId><DocName>使用文档</DocName>");
    assert_eq!((archived.doc_id.as_str(), archived.doc_name.as_deref()), ("D", Some("使用文档")));
}

#[test]
fn the_archive_of_a_space_was_authorized_or_cancelled() {
    for (name, kind) in [
        ("auth_space", ArchivedSpaceChange::Authorized),
        ("cancel_auth_space", ArchivedSpaceChange::Cancelled),
    ] {
        let space: WedriveArchiveSpaceChange = event(
            "wedrive_archive_space_change",
            &format!("<ChangeType>{name}</ChangeType><SpaceId>s</SpaceId>"),
        );
        assert_eq!((space.change_type, space.space_id.as_str()), (kind, "s"));
    }
}

#[test]
fn the_scope_of_the_file_archive_was_changed() {
    let _: FileArchiveScopeChange = event("file_content_archive_auth_change", "");
    let _: FileArchiveMembersChange = event("file_content_archive_user_list_change", "");
}

#[test]
fn a_field_of_a_smart_sheet_is_read_in_both_spellings() {
    for (platform, right, kind) in [
        ("add_filed", "add_field", SmartSheetChangeKind::AddField),
        ("update_filed", "update_field", SmartSheetChangeKind::UpdateField),
        ("delete_filed", "delete_field", SmartSheetChangeKind::DeleteField),
    ] {
        for name in [platform, right] {
            // The right spelling is written as the platform spells it.
            let sheet: SmartSheetChange = irregular_push(&format!(
                "<xml><MsgType>event</MsgType><Event>smart_sheet_change</Event>\
                 <ChangeType>{name}</ChangeType><DocId>D</DocId><FieldId>f</FieldId></xml>"
            ));
            assert_eq!((sheet.change_type.as_str(), &sheet.change_type), (platform, &kind));
        }
    }
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
