//! What whoever leads a meeting can do while it is on.

use crate::meeting::MeetingsHandle;
use weixin_api::endpoint;

/// Changes how a meeting is held while it is on; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/set", title = "管理会中设置",
    doc = "https://developer.work.weixin.qq.com/document/path/98175",
    scope(work), retry = safe, call = meetings.control)]
pub struct ControlMeeting {
    /// The meeting.
    pub meetingid: String,
    /// Whether everybody is muted.
    pub mute_all: Option<bool>,
    /// Whether people come muted, as the platform numbers it.
    pub enable_enter_mute: Option<u8>,
    /// Whether people may unmute themselves.
    pub allow_unmute_self: Option<bool>,
    /// Whether nobody may come any more.
    pub meeting_locked: Option<bool>,
    /// Whether number and password are hidden.
    pub hide_meeting_code_password: Option<bool>,
    /// Who may write, as the platform numbers it.
    pub allow_chat: Option<u8>,
    /// Whether people may show their screens.
    pub allow_share_screen: Option<bool>,
    /// Whether people outside the corporation may come.
    pub allow_external_user: Option<bool>,
    /// Whether a sound is heard when somebody comes.
    pub play_ivr_on_join: Option<bool>,
    /// Whether people wait until they are let in.
    pub enable_waiting_room: Option<bool>,
}

/// Makes somebody help to lead a meeting, or no longer.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/set_cohost", title = "管理联席主持人",
    doc = "https://developer.work.weixin.qq.com/document/path/98180",
    scope(work), retry = safe, call = meetings.set_cohost)]
pub struct SetMeetingCohost {
    /// The meeting.
    pub meetingid: String,
    /// Whether they do.
    pub action: bool,
    /// Who.
    pub operated_user: MeetingPerson,
}

/// Somebody in a meeting.
#[endpoint(part)]
pub struct MeetingPerson {
    /// Who, by an id for this meeting.
    pub tmp_openid: String,
    /// The kind of device they came with, as the platform numbers them.
    pub instance_id: u32,
    /// Their name there, to give them another.
    pub nickname: Option<String>,
}

/// Sends people out of a meeting.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/kickout_users", title = "移出成员",
    doc = "https://developer.work.weixin.qq.com/document/path/98181",
    scope(work), retry = safe, call = meetings.remove)]
pub struct RemoveMeetingUsers {
    /// The meeting.
    pub meetingid: String,
    /// Whether they may come back.
    pub allow_rejoin: Option<bool>,
    /// Who.
    pub operated_users: Vec<MeetingPerson>,
}

/// Mutes somebody in a meeting, or no longer.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/mute_user", title = "静音成员",
    doc = "https://developer.work.weixin.qq.com/document/path/98184",
    scope(work), retry = safe, call = meetings.mute)]
pub struct MuteMeetingUser {
    /// The meeting.
    pub meetingid: String,
    /// Whether they are muted.
    pub option: bool,
    /// Who.
    pub operated_user: MeetingPerson,
}

/// Stops somebody's showing their screen.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/close_screen_share", title = "关闭成员屏幕共享",
    doc = "https://developer.work.weixin.qq.com/document/path/98185",
    scope(work), retry = safe, call = meetings.close_screen)]
pub struct CloseScreenShare {
    /// The meeting.
    pub meetingid: String,
    /// Who.
    pub operated_user: MeetingPerson,
}

/// Lets people who wait in, or does not.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/manage_waiting_room_users", title = "管理等候室成员",
    doc = "https://developer.work.weixin.qq.com/document/path/98186",
    scope(work), retry = safe, call = meetings.manage_waiting)]
pub struct ManageWaitingUsers {
    /// The meeting.
    pub meetingid: String,
    /// What to do, as the platform numbers it.
    pub operate_type: u8,
    /// Whether they may come back.
    pub allow_rejoin: Option<bool>,
    /// Who.
    pub operated_users: Vec<MeetingPerson>,
}

/// Ends a meeting that is on.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/dismiss", title = "结束会议",
    doc = "https://developer.work.weixin.qq.com/document/path/98187",
    scope(work), retry = safe, call = meetings.dismiss)]
pub struct DismissMeeting {
    /// The meeting.
    pub meetingid: String,
    /// Whether it ends with people in it.
    pub force_dismiss: Option<bool>,
    /// Whether its number is given up.
    pub retrieve_code: Option<bool>,
}

/// Gives people other names in a meeting.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/set_nicknames", title = "修改成员会中昵称",
    doc = "https://developer.work.weixin.qq.com/document/path/98188",
    scope(work), retry = safe, call = meetings.set_nicknames)]
pub struct SetMeetingNicknames {
    /// The meeting.
    pub meetingid: String,
    /// Who, with their names.
    pub operated_users: Vec<MeetingPerson>,
}

/// Switches somebody's camera on or off.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/switch_user_video", title = "开关成员视频",
    doc = "https://developer.work.weixin.qq.com/document/path/98189",
    scope(work), retry = safe, call = meetings.switch_video)]
pub struct SwitchUserVideo {
    /// The meeting.
    pub meetingid: String,
    /// Whether it is on.
    pub video: bool,
    /// Who.
    pub operated_user: MeetingPerson,
}
