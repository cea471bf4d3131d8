//! Attendance: what members recorded, the rules and the shifts (打卡). `/cgi-bin/checkin/*`,
//! `/cgi-bin/hardware/*`

mod data;
mod option;
mod overtime;
mod report;
mod rule;
mod shift;

use weixin_api::{Call, Caller, On, Timestamp, endpoints};
use weixin_protocol::UserId;

pub use data::{
    AddCheckinRecord, AddCheckinUserFace, CheckinData, CheckinKind, CheckinRecord, CorrectCheckin,
    CorrectCheckinCall, GetCheckinData, GetHardwareCheckinData, GetHardwareCheckinDataCall,
    HardwareCheckin, HardwareCheckinData, NewCheckinRecord,
};
pub use option::{
    AddCheckinOption, AddCheckinOptionCall, ClearCheckinOption, ClearCheckinOptionCall,
    DeleteCheckinOption, DeleteCheckinOptionCall, NewCheckinRule, UpdateCheckinOption,
    UpdateCheckinOptionCall,
};
pub use overtime::{
    FixedRest, OvertimeBreaks, OvertimeByApplication, OvertimeByRecord, OvertimeConfig,
    OvertimeLimits, OvertimeOfDays, OvertimeRest, OvertimeRule, OvertimeUnit, OvertimeVacation,
    RestByDuration, RestStep,
};
pub use report::{
    CheckinApproval, CheckinDay, CheckinDayBase, CheckinDayData, CheckinDayRule, CheckinDaySummary,
    CheckinException, CheckinHoliday, CheckinMonth, CheckinMonthBase, CheckinMonthData,
    CheckinMonthOvertime, CheckinMonthRule, CheckinMonthSummary, CheckinOvertime, CheckinSpan,
    CheckinText, CheckinWords, GetCheckinDayData, GetCheckinMonthData,
};
pub use rule::{
    Biweekly, CheckinDate, CheckinPlace, CheckinRange, CheckinReporter, CheckinReporters,
    CheckinRule, CheckinRuleType, CheckinShift, CheckinTime, CheckinWifi, CorpCheckinOptions,
    CorrectionReminder, GetCheckinOption, GetCorpCheckinOption, LateRule, LateStep,
    MemberCheckinOption, MemberCheckinOptions, RestTime, SpecialDay,
};
pub use shift::{
    CheckinSchedules, GetCheckinSchedules, MemberSchedule, ScheduleOfDays, ScheduledDay,
    SetCheckinSchedules, ShiftInfo, ShiftOfDay, ShiftSection,
};

endpoints![
    GetCheckinData,
    GetHardwareCheckinData,
    AddCheckinRecord,
    CorrectCheckin,
    AddCheckinUserFace,
    GetCheckinDayData,
    GetCheckinMonthData,
    GetCheckinSchedules,
    SetCheckinSchedules,
    GetCheckinOption,
    GetCorpCheckinOption,
    AddCheckinOption,
    UpdateCheckinOption,
    ClearCheckinOption,
    DeleteCheckinOption
];

/// The group as a client has it: `wx.checkins()`.
#[derive(Debug)]
pub struct Checkins<'c, C: ?Sized>(&'c C);

/// Gives a client `checkins()`.
pub trait CheckinsApi: Caller {
    /// Attendance (打卡).
    fn checkins(&self) -> Checkins<'_, Self> {
        Checkins(self)
    }
}

impl<C: Caller + ?Sized> CheckinsApi for C where GetCheckinData: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Checkins<'c, C> {
    /// What members recorded; see [`GetCheckinData`].
    pub fn data(
        &self,
        opencheckindatatype: impl Into<CheckinKind>,
        starttime: Timestamp,
        endtime: Timestamp,
        useridlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, GetCheckinData> {
        Call::new(self.0, GetCheckinData::new(opencheckindatatype, starttime, endtime, useridlist))
    }

    /// What devices recorded; see [`GetHardwareCheckinData`].
    pub fn hardware_data(
        &self,
        starttime: Timestamp,
        endtime: Timestamp,
        useridlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, GetHardwareCheckinData> {
        Call::new(self.0, GetHardwareCheckinData::new(starttime, endtime, useridlist))
    }

    /// Adds records; see [`AddCheckinRecord`].
    pub fn add_records(
        &self,
        records: impl Into<Vec<NewCheckinRecord>>,
    ) -> Call<'c, C, AddCheckinRecord> {
        Call::new(self.0, AddCheckinRecord::new(records))
    }

    /// Makes up for a missing record; see [`CorrectCheckin`].
    pub fn correct(
        &self,
        userid: impl Into<UserId>,
        schedule_date_time: Timestamp,
        checkin_time: Timestamp,
    ) -> Call<'c, C, CorrectCheckin> {
        Call::new(self.0, CorrectCheckin::new(userid, schedule_date_time, checkin_time))
    }

    /// Takes in a member's face; see [`AddCheckinUserFace`].
    pub fn add_face(
        &self,
        userid: impl Into<UserId>,
        userface: impl Into<String>,
    ) -> Call<'c, C, AddCheckinUserFace> {
        Call::new(self.0, AddCheckinUserFace::new(userid, userface))
    }

    /// Reports of days; see [`GetCheckinDayData`].
    pub fn days(
        &self,
        starttime: Timestamp,
        endtime: Timestamp,
        useridlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, GetCheckinDayData> {
        Call::new(self.0, GetCheckinDayData::new(starttime, endtime, useridlist))
    }

    /// Reports of a month; see [`GetCheckinMonthData`].
    pub fn months(
        &self,
        starttime: Timestamp,
        endtime: Timestamp,
        useridlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, GetCheckinMonthData> {
        Call::new(self.0, GetCheckinMonthData::new(starttime, endtime, useridlist))
    }

    /// Shifts of members; see [`GetCheckinSchedules`].
    pub fn schedules(
        &self,
        starttime: Timestamp,
        endtime: Timestamp,
        useridlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, GetCheckinSchedules> {
        Call::new(self.0, GetCheckinSchedules::new(starttime, endtime, useridlist))
    }

    /// Gives members shifts; see [`SetCheckinSchedules`].
    pub fn set_schedules(
        &self,
        groupid: u64,
        items: impl Into<Vec<ShiftOfDay>>,
        yearmonth: u32,
    ) -> Call<'c, C, SetCheckinSchedules> {
        Call::new(self.0, SetCheckinSchedules::new(groupid, items, yearmonth))
    }

    /// Which rules members have; see [`GetCheckinOption`].
    pub fn rules_of(
        &self,
        datetime: Timestamp,
        useridlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, GetCheckinOption> {
        Call::new(self.0, GetCheckinOption::new(datetime, useridlist))
    }

    /// All rules; see [`GetCorpCheckinOption`].
    pub fn rules(&self) -> Call<'c, C, GetCorpCheckinOption> {
        Call::new(self.0, GetCorpCheckinOption::new())
    }

    /// Makes a rule; see [`AddCheckinOption`].
    pub fn add_rule(&self, group: impl Into<NewCheckinRule>) -> Call<'c, C, AddCheckinOption> {
        Call::new(self.0, AddCheckinOption::new(group))
    }

    /// Changes a rule; see [`UpdateCheckinOption`].
    pub fn update_rule(
        &self,
        group: impl Into<NewCheckinRule>,
    ) -> Call<'c, C, UpdateCheckinOption> {
        Call::new(self.0, UpdateCheckinOption::new(group))
    }

    /// Empties lists of a rule; see [`ClearCheckinOption`].
    pub fn clear_rule(
        &self,
        groupid: u64,
        clear_field: impl Into<Vec<u32>>,
    ) -> Call<'c, C, ClearCheckinOption> {
        Call::new(self.0, ClearCheckinOption::new(groupid, clear_field))
    }

    /// Deletes a rule; see [`DeleteCheckinOption`].
    pub fn delete_rule(&self, groupid: u64) -> Call<'c, C, DeleteCheckinOption> {
        Call::new(self.0, DeleteCheckinOption::new(groupid))
    }
}
