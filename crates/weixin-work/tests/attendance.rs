//! Attendance, health reports, phone calls and devices: requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{AccountKind, Paged, Timestamp};
use weixin_wire_tests::reply;
use weixin_work::{
    checkin::{
        AddCheckinOption, CheckinApprovalKind, CheckinKind, CheckinRuleType, GetCheckinData,
        GetCheckinDayData, GetCheckinOption, GetCheckinSchedules, NewCheckinRule, OvertimeConfig,
        OvertimeOfDays,
    },
    hardware::GetDeviceFeature,
    health_report::{GetHealthReportAnswers, GetHealthReportJobIds},
    phone_call::GetDialRecords,
};

use crate::common::{calls, calls_of};

const NOON: Timestamp = Timestamp::from_secs(1_700_000_000);

/// What the calls for the pages of a list say under this name.
fn cursors<E: Paged + Clone>(first: E, pages: &[&str], name: &str) -> Vec<Value> {
    let (_, sent) = calls().paged(first, pages);
    sent.into_iter().map(|(_, body)| body[name].clone()).collect()
}

#[test]
fn attendance_is_listed_by_kind_time_and_members() {
    calls().sends(
        &GetCheckinData::new(CheckinKind::All, NOON, NOON, ["ann".into()]),
        "POST /cgi-bin/checkin/getcheckindata",
        json!({"opencheckindatatype": 3, "starttime": 1_700_000_000,
            "endtime": 1_700_000_000, "useridlist": ["ann"]}),
    );
}

#[test]
fn a_rule_of_attendance_allows_overtime() {
    let overtime = OvertimeConfig::new().holidayconf(OvertimeOfDays::new(true));
    let rule = NewCheckinRule::new(CheckinRuleType::Free, "自由").kind(0).ot_info_v2(overtime);
    calls().sends(
        &AddCheckinOption::new(rule).effective_now(true),
        "POST /cgi-bin/checkin/add_checkin_option",
        json!({"effective_now": true, "group": {"grouptype": 3, "groupname": "自由", "type": 0,
            "ot_info_v2": {"holidayconf": {"allow_ot": true}}}}),
    );
}

#[test]
fn a_provider_asks_what_a_device_can_do() {
    calls_of(AccountKind::Provider).sends(
        &GetDeviceFeature::new("SN"),
        "POST /cgi-bin/hardware/get_device_feature",
        json!({"device_sn": "SN"}),
    );
}

#[test]
fn a_day_of_attendance_is_read_with_its_rule() {
    let day = reply::<GetCheckinDayData>(
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
}

#[test]
fn the_shifts_of_a_month_are_read() {
    let shifts = reply::<GetCheckinSchedules>(
        r#"{"schedule_list":[{"userid":"ann","yearmonth":202011,"schedule":{"scheduleList":[
        {"day":1,"schedule_info":{"schedule_id":0,"time_section":[]}}]}}]}"#,
    );
    let month = shifts.schedule_list[0].schedule.as_ref().unwrap();
    assert_eq!(month.schedule_list[0].day, Some(1));
}

#[test]
fn a_rule_of_an_unknown_kind_is_read() {
    let rules = reply::<GetCheckinOption>(
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
}

#[test]
fn phone_calls_are_listed_until_a_page_is_empty() {
    let pages = [r#"{"record":[{"call_type":1},{"call_type":2}]}"#, r#"{"record":[]}"#];
    assert_eq!(cursors(GetDialRecords::new(), &pages, "offset"), [Value::Null, json!(2)]);
}

#[test]
fn health_reports_are_listed_until_the_end() {
    let pages = [r#"{"jobids":["a"],"ending":0}"#, r#"{"jobids":["b"],"ending":1}"#];
    assert_eq!(cursors(GetHealthReportJobIds::new(), &pages, "offset"), [Value::Null, json!(1)]);
}

#[test]
fn answers_to_a_health_report_are_listed_until_a_page_is_empty() {
    let answers = GetHealthReportAnswers::new("J", "2020-03-27");
    let pages = [r#"{"answers":[{"id_type":1,"report_values":[]}]}"#, r#"{"answers":[]}"#];
    assert_eq!(cursors(answers, &pages, "offset"), [Value::Null, json!(1)]);
}
