//! Calendars, schedules, meeting rooms and broadcasts: requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{Paged, Timestamp};
use weixin_wire_tests::{irregular_reply, reply};
use weixin_work::{
    calendar::{AddCalendar, CalendarPermission, CalendarShare, GetCalendars, NewCalendar},
    living::{
        CreateLiving, GetLivingInfo, GetLivingWatchStat, GetUserLivings, LivingStatus, LivingType,
    },
    meeting_room::{
        AddMeetingRoom, BookingId, Coordinate, GetMeetingRoomBooking, GetMeetingRoomBookings,
        RoomEquipment,
    },
    schedule::{
        AddSchedule, DeleteSchedule, GetSchedulesOfCalendar, NewSchedule, ScheduleAttendee,
        ScheduleReminders, ScheduleRepeat, ScheduleResponse, ScheduleScope,
    },
};

use crate::common::calls;

const NOON: Timestamp = Timestamp::from_secs(1_700_000_000);

/// What the calls for the pages of a list say under this name.
fn cursors<E: Paged + Clone>(first: E, pages: &[&str], name: &str) -> Vec<Value> {
    let (_, sent) = calls().paged(first, pages);
    sent.into_iter().map(|(_, body)| body[name].clone()).collect()
}

#[test]
fn a_calendar_is_shared_with_a_permission() {
    let share = CalendarShare::new("ann").permission(CalendarPermission::ViewBusy);
    let calendar = NewCalendar::new("值班", "#FF3030").is_public(true).shares([share]);
    calls().sends(
        &AddCalendar::new(calendar),
        "POST /cgi-bin/oa/calendar/add",
        json!({"calendar": {"summary": "值班", "color": "#FF3030", "is_public": 1,
            "shares": [{"userid": "ann", "permission": 3}]}}),
    );
}

#[test]
fn a_schedule_repeats_and_reminds() {
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
    calls().sends(
        &AddSchedule::new(entry),
        "POST /cgi-bin/oa/schedule/add",
        json!({"schedule": {"start_time": 1_700_000_000, "is_whole_day": 0,
            "attendees": [{"userid": "bob"}],
            "reminders": {"is_remind": 1, "remind_time_diffs": [0, -3600], "is_repeat": 1,
                "repeat_type": 7}}}),
    );
}

#[test]
fn a_schedule_is_deleted_from_a_time_on() {
    calls().sends(
        &DeleteSchedule::new("S").op_mode(ScheduleScope::Future).op_start_time(NOON),
        "POST /cgi-bin/oa/schedule/del",
        json!({"schedule_id": "S", "op_mode": 2, "op_start_time": 1_700_000_000}),
    );
}

#[test]
fn a_meeting_room_has_equipment_and_a_place() {
    let room = AddMeetingRoom::new("18F", 10_u32)
        .coordinate(Coordinate::new(113.934_528, 22.540_503))
        .equipment([RoomEquipment::from(1), RoomEquipment::from(5)]);
    calls().sends(
        &room,
        "POST /cgi-bin/oa/meetingroom/add",
        json!({"name": "18F", "capacity": 10, "equipment": [1, 5],
            "coordinate": {"longitude": 113.934_528, "latitude": 22.540_503}}),
    );
}

#[test]
fn a_broadcast_has_a_kind_and_a_duration() {
    calls().sends(
        &CreateLiving::new("ann", "直播", NOON, 3600_u64, LivingType::Activity),
        "POST /cgi-bin/living/create",
        json!({"anchor_userid": "ann", "theme": "直播", "living_start": 1_700_000_000,
            "living_duration": 3600, "type": 4}),
    );
}

#[test]
fn a_broadcast_is_fetched_by_its_id() {
    calls().sends(
        &GetLivingInfo::new("L"),
        "GET /cgi-bin/living/get_living_info?livingid=L",
        Value::Null,
    );
}

#[test]
fn administrators_of_a_calendar_may_be_an_empty_text() {
    let calendars = irregular_reply::<GetCalendars>(
        r#"{"calendar_list":[{"cal_id":"C","admins":""}]}"#,
        json!({"calendar_list": [{"cal_id": "C"}]}),
    );
    assert!(calendars.calendar_list[0].admins.is_empty());
}

#[test]
fn a_single_share_of_a_calendar_is_a_list() {
    let calendars = reply::<GetCalendars>(
        r#"{"calendar_list":[{"cal_id":"C","is_public":1,"is_corp_calendar":0,
        "shares":{"userid":"ann","permission":1}}]}"#,
    );
    let calendar = &calendars.calendar_list[0];
    assert_eq!((calendar.is_public, calendar.shares.len()), (Some(true), 1));
}

#[test]
fn bookings_are_listed_by_room() {
    let rooms = reply::<GetMeetingRoomBookings>(
        r#"{"booking_list":[{"meetingroom_id":"1","schedule":[{"booking_id":"b","status":0}]},
        {"meetingroom_id":2,"schedule":[]}]}"#,
    );
    assert_eq!(rooms.booking_list[0].schedule[0].booking_id, Some(BookingId::new("b")));
}

#[test]
fn a_single_booking_is_a_list() {
    let booking = reply::<GetMeetingRoomBooking>(
        r#"{"meetingroom_id":1,"schedule":{"booking_id":"b","start_time":1700000000}}"#,
    );
    assert_eq!(booking.schedule[0].start_time, Some(NOON));
}

#[test]
fn a_broadcast_is_read() {
    let living = reply::<GetLivingInfo>(
        r#"{"living_info":{"theme":"t","status":2,"type":1,"open_replay":1,"viewer_num":100}}"#,
    )
    .living_info;
    assert_eq!((living.status, living.open_replay), (Some(LivingStatus::Ended), Some(true)));
}

#[test]
fn schedules_of_a_calendar_are_listed_until_a_page_is_empty() {
    let entries = GetSchedulesOfCalendar::new("C");
    let pages = [
        r#"{"schedule_list":[{"schedule_id":"a","attendees":[{"userid":"u","response_status":4}]}]}"#,
        r#"{"schedule_list":[]}"#,
    ];
    let (items, sent) = calls().paged(entries, pages);
    assert_eq!(items[0].attendees[0].response_status, Some(ScheduleResponse::Declined));
    assert_eq!(sent[1].1, json!({"cal_id": "C", "offset": 1}));
}

#[test]
fn broadcasts_of_a_member_are_listed_until_the_cursor_is_empty() {
    let pages = [
        r#"{"livingid_list":["a"],"next_cursor":"n"}"#,
        r#"{"livingid_list":["b"],"next_cursor":""}"#,
    ];
    assert_eq!(cursors(GetUserLivings::new("ann"), &pages, "cursor"), [Value::Null, json!("n")]);
}

#[test]
fn viewers_of_a_broadcast_are_listed_until_the_end() {
    let pages = [
        r#"{"ending":0,"next_key":"k","stat_info":{"users":[{"userid":"u","is_mic":1}]}}"#,
        r#"{"ending":1,"next_key":"k","stat_info":{"external_users":[{"external_userid":"e"}]}}"#,
    ];
    assert_eq!(
        cursors(GetLivingWatchStat::new("L"), &pages, "next_key"),
        [Value::Null, json!("k")]
    );
}
