//! Mail, meetings and webinars: requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{Paged, Timestamp};
use weixin_wire_tests::reply;
use weixin_work::{
    ids::TagId,
    mail::{
        ActivateMailAccount, CreateMailGroup, CreatePublicMail, GetMailGroup, GetMailList,
        MailAccountAction, MailGroupIds, MailRecipients, SearchMailGroups, SendMail,
    },
    meeting::{
        AttendeeRole, CreateMeeting, EnterMute, GetMeetingAttendees, GetMeetingInfo,
        GetUserMeetings, MeetingDeviceKind, MeetingPerson, MeetingReminders, MeetingRepeatKind,
        MeetingStatus, SetMeetingNicknames,
    },
    webinar::{GetWebinarEnrollConfig, SetWebinarGuests, WebinarGuest, WebinarGuestKind},
};

use crate::common::calls;

const NOON: Timestamp = Timestamp::from_secs(1_700_000_000);

/// What the calls for the pages of a list say under this name.
fn cursors<E: Paged + Clone>(first: E, pages: &[&str], name: &str) -> Vec<Value> {
    let (_, sent) = calls().paged(first, pages);
    sent.into_iter().map(|(_, body)| body[name].clone()).collect()
}

#[test]
fn a_mail_translates_ids() {
    let to = MailRecipients::new().emails(["a@b.example".to_owned()]);
    calls().sends(
        &SendMail::new(to, "s", "c").enable_id_trans(true),
        "POST /cgi-bin/exmail/app/compose_send",
        json!({"to": {"emails": ["a@b.example"]}, "subject": "s", "content": "c",
            "enable_id_trans": 1}),
    );
}

#[test]
fn a_group_of_mailboxes_contains_groups() {
    let lists = MailGroupIds::new().list(["x@b.example".into()]);
    calls().sends(
        &CreateMailGroup::new("g@b.example", "g").group_list(lists),
        "POST /cgi-bin/exmail/group/create",
        json!({"groupid": "g@b.example", "groupname": "g",
            "group_list": {"list": ["x@b.example"]}}),
    );
}

#[test]
fn groups_of_mailboxes_are_searched() {
    calls().sends(
        &SearchMailGroups::new().fuzzy(true).groupid("g"),
        "GET /cgi-bin/exmail/group/search?fuzzy=1&groupid=g",
        Value::Null,
    );
}

#[test]
fn a_mailbox_is_disabled() {
    calls().sends(
        &ActivateMailAccount::new().userid("ann").kind(MailAccountAction::Disable),
        "POST /cgi-bin/exmail/account/act_email",
        json!({"userid": "ann", "type": 2}),
    );
}

#[test]
fn a_meeting_reminds_and_repeats_daily() {
    let reminders = MeetingReminders::new()
        .is_repeat(true)
        .repeat_type(MeetingRepeatKind::Daily)
        .remind_before([0, 900]);
    calls().sends(
        &CreateMeeting::new("ann", "周会", NOON, 3600_u64).reminders(reminders),
        "POST /cgi-bin/meeting/create",
        json!({"admin_userid": "ann", "title": "周会", "meeting_start": 1_700_000_000,
            "meeting_duration": 3600,
            "reminders": {"is_repeat": 1, "repeat_type": 0, "remind_before": [0, 900]}}),
    );
}

#[test]
fn a_group_of_mailboxes_has_tags_in_texts() {
    let group = reply::<GetMailGroup>(
        r#"{"groupid":"g@b.example","email_list":{"list":["u@b.example"]},"tag_list":{"list":["1"]}}"#,
    );
    assert_eq!(group.tag_list.unwrap().list, [TagId::from(1)]);
}

#[test]
fn the_authorization_code_of_a_mailbox_is_a_secret() {
    let mailbox = reply::<CreatePublicMail>(r#"{"id":7,"auth_code_id":1,"auth_code":"secret"}"#);
    assert!(!format!("{mailbox:?}").contains("secret"));
    assert_eq!(mailbox.auth_code.unwrap().expose(), "secret");
}

#[test]
fn a_meeting_is_read_with_attendees_and_settings() {
    let meeting = reply::<GetMeetingInfo>(
        r#"{"status":1,"attendees":{"member":[{"userid":"bob","status":1,"total_join_count":5}],
        "tmp_external_user":[{"tmp_external_userid":"wo","status":2}]},"settings":
        {"enable_enter_mute":true,"hosts":{"userid":["bob"]}},"reminders":{"is_repeat":1}}"#,
    );
    assert_eq!(meeting.status, Some(MeetingStatus::Waiting));
    assert_eq!(meeting.settings.unwrap().enable_enter_mute, Some(EnterMute::On));
    assert_eq!(meeting.attendees.unwrap().member[0].total_join_count, Some(5));
}

#[test]
fn nicknames_are_set_in_a_meeting() {
    let person = MeetingPerson::new("tmp", MeetingDeviceKind::Pc).nickname("安");
    calls().sends(
        &SetMeetingNicknames::new("M", [person]),
        "POST /cgi-bin/meeting/realcontrol/set_nicknames",
        json!({"meetingid": "M", "operated_users": [
            {"tmp_openid": "tmp", "instance_id": 1, "nickname": "安"}]}),
    );
}

#[test]
fn guests_of_a_webinar_have_a_kind() {
    let guest = WebinarGuest::new(WebinarGuestKind::External).email("a@b.example");
    calls().sends(
        &SetWebinarGuests::new("M", [guest]),
        "POST /cgi-bin/meeting/webinar/update_guest_list",
        json!({"meetingid": "M", "guests": [{"guest_type": 2, "email": "a@b.example"}]}),
    );
}

#[test]
fn attendees_are_listed_while_there_are_more() {
    let pages = [
        r#"{"attendees":[{"userid":"","tmp_openid":"t","join_time":"1700000000","role":0}],
        "has_more":true,"next_cursor":"n"}"#,
        r#"{"attendees":[],"has_more":false,"next_cursor":"n"}"#,
    ];
    let (people, sent) = calls().paged(GetMeetingAttendees::new("M"), pages);
    assert_eq!((people[0].join_time, people[0].role), (Some(NOON), Some(AttendeeRole::Member)));
    assert_eq!(sent[1].1, json!({"meetingid": "M", "cursor": "n"}));
}

#[test]
fn questions_for_a_webinar_have_options() {
    let config = reply::<GetWebinarEnrollConfig>(
        r#"{"approve_type":1,"question_list":[{"is_required":1,"option_list":[{"content":"c"}]}]}"#,
    );
    assert_eq!(config.question_list[0].option_list[0].content.as_deref(), Some("c"));
}

#[test]
fn mails_are_listed_while_there_are_more() {
    let pages = [
        r#"{"mail_list":[{"mail_id":"a"}],"has_more":1,"next_cursor":"n"}"#,
        r#"{"has_more":0,"next_cursor":"n"}"#,
    ];
    assert_eq!(cursors(GetMailList::new(), &pages, "cursor"), [Value::Null, json!("n")]);
}

#[test]
fn meetings_of_a_member_are_listed_until_there_is_no_cursor() {
    let pages = [r#"{"meetingid_list":["a"],"next_cursor":"n"}"#, r#"{"meetingid_list":[]}"#];
    assert_eq!(cursors(GetUserMeetings::new("ann"), &pages, "cursor"), [Value::Null, json!("n")]);
}
