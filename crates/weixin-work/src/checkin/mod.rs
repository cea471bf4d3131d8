//! Attendance: check-in records of members, rules and shifts (打卡). `/cgi-bin/checkin/*`,
//! `/cgi-bin/hardware/*`

mod data;
mod option;
mod overtime;
mod report;
mod rule;
mod shift;

use weixin_api::group;

pub use data::{
    AddCheckinRecord, AddCheckinUserFace, CheckinData, CheckinDeviceId, CheckinFilterTime,
    CheckinKind, CheckinRecord, CheckinRecordKind, CorrectCheckin, GetCheckinData,
    GetHardwareCheckinData, HardwareCheckin, HardwareCheckinData, NewCheckinRecord,
};
pub use option::{
    AddCheckinOption, CheckinListField, ClearCheckinOption, DeleteCheckinOption, NewCheckinRule,
    UpdateCheckinOption,
};
pub use overtime::{
    FixedRest, OvertimeBasis, OvertimeBreaks, OvertimeByApplication, OvertimeByRecord,
    OvertimeConfig, OvertimeConversion, OvertimeLimits, OvertimeOfDays, OvertimeRest,
    OvertimeRounding, OvertimeRule, OvertimeTimeUnit, OvertimeUnit, OvertimeVacation,
    RestByDuration, RestDeduction, RestStep,
};
pub use report::{
    CheckinApproval, CheckinApprovalKind, CheckinDay, CheckinDayBase, CheckinDayData,
    CheckinDayKind, CheckinDayRule, CheckinDaySummary, CheckinException, CheckinExceptionKind,
    CheckinHoliday, CheckinMonth, CheckinMonthBase, CheckinMonthData, CheckinMonthOvertime,
    CheckinMonthRule, CheckinMonthSummary, CheckinOvertime, CheckinReportKind, CheckinSpan,
    CheckinText, CheckinTimeUnit, CheckinWords, GetCheckinDayData, GetCheckinMonthData,
    OvertimeStatus,
};
pub use rule::{
    Biweekly, CheckinAlternation, CheckinDate, CheckinMethod, CheckinPlace, CheckinRange,
    CheckinReporter, CheckinReporters, CheckinRule, CheckinRuleId, CheckinRuleType,
    CheckinSectionId, CheckinShift, CheckinTime, CheckinWifi, CorpCheckinOptions,
    CorrectionReminder, GetCheckinOption, GetCorpCheckinOption, LateRule, LateStep,
    MemberCheckinOption, MemberCheckinOptions, OutOfRange, ReminderMonth, RestTime, ShiftId,
    SpecialDay, SpecialDayKind,
};
pub use shift::{
    CheckinSchedules, GetCheckinSchedules, MemberSchedule, ScheduleOfDays, ScheduledDay,
    SetCheckinSchedules, ShiftInfo, ShiftOfDay, ShiftSection,
};

group! {
    /// Attendance (打卡).
    checkins: [
        GetCheckinData, GetHardwareCheckinData, AddCheckinRecord, CorrectCheckin,
        AddCheckinUserFace, GetCheckinDayData, GetCheckinMonthData, GetCheckinSchedules,
        SetCheckinSchedules, GetCheckinOption, GetCorpCheckinOption, AddCheckinOption,
        UpdateCheckinOption, ClearCheckinOption, DeleteCheckinOption,
    ]
}
