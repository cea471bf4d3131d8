//! Attendance: what members recorded, the rules and the shifts (打卡). `/cgi-bin/checkin/*`,
//! `/cgi-bin/hardware/*`

mod data;
mod option;
mod overtime;
mod report;
mod rule;
mod shift;

use weixin_api::group;

pub use data::{
    AddCheckinRecord, AddCheckinUserFace, CheckinData, CheckinKind, CheckinRecord, CorrectCheckin,
    GetCheckinData, GetHardwareCheckinData, HardwareCheckin, HardwareCheckinData, NewCheckinRecord,
};
pub use option::{
    AddCheckinOption, ClearCheckinOption, DeleteCheckinOption, NewCheckinRule, UpdateCheckinOption,
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

group! {
    /// Attendance (打卡).
    checkins: [GetCheckinData, GetHardwareCheckinData, AddCheckinRecord, CorrectCheckin, AddCheckinUserFace, GetCheckinDayData, GetCheckinMonthData, GetCheckinSchedules, SetCheckinSchedules, GetCheckinOption, GetCorpCheckinOption, AddCheckinOption, UpdateCheckinOption, ClearCheckinOption, DeleteCheckinOption]
}
