//! Controlling a meeting while it is in progress (会中控制).

use super::{EnterMute, MeetingDeviceKind, TmpOpenId};
use crate::ids::MeetingId;
use crate::meeting::MeetingsHandle;
use weixin_api::{endpoint, int_enum};

int_enum! {
    /// Who may chat in a meeting (允许参会者聊天设置).
    pub enum MeetingChatPermission {
        /// Public and private chat is allowed (允许参会者自由聊天).
        Free = 0,
        /// Only public chat is allowed (仅允许参会者公开聊天).
        Public = 1,
        /// Only private chat with the host is allowed (仅允许私聊主持人).
        Host = 2,
    }
}

int_enum! {
    /// What to do with people in a meeting or its waiting room (操作类型).
    pub enum WaitingRoomAction {
        /// Admits people from the waiting room to the meeting (移入会议).
        Admit = 1,
        /// Moves people from the meeting to the waiting room (移入等候室).
        MoveToWaitingRoom = 2,
        /// Removes people from the waiting room (移出等候室).
        Remove = 3,
    }
}

/// Changes the settings of a meeting in progress. Fields that are left out stay unchanged.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/set", title = "管理会中设置",
    doc = "https://developer.work.weixin.qq.com/document/path/98175",
    scope(work), retry = safe, call = meetings.control)]
pub struct ControlMeeting {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// Whether everybody is muted.
    pub mute_all: Option<bool>,
    /// Whether people are muted when they join.
    pub enable_enter_mute: Option<EnterMute>,
    /// Whether people may unmute themselves. Takes effect only together with `mute_all` set to
    /// true.
    pub allow_unmute_self: Option<bool>,
    /// Whether the meeting is locked, so that nobody else can join.
    pub meeting_locked: Option<bool>,
    /// Whether the number and the password of the meeting are hidden.
    pub hide_meeting_code_password: Option<bool>,
    /// Who may chat.
    pub allow_chat: Option<MeetingChatPermission>,
    /// Whether people may share their screens.
    pub allow_share_screen: Option<bool>,
    /// Whether only members of the corporation may join. Despite the name, true shuts out people
    /// outside the corporation (仅企业成员可入会).
    pub allow_external_user: Option<bool>,
    /// Whether a sound is played when somebody joins.
    pub play_ivr_on_join: Option<bool>,
    /// Whether people wait in the waiting room (等候室) until they are admitted.
    pub enable_waiting_room: Option<bool>,
}

/// Makes somebody a co-host of a meeting (联席主持人), or ends that role.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/set_cohost", title = "管理联席主持人",
    doc = "https://developer.work.weixin.qq.com/document/path/98180",
    scope(work), retry = safe, call = meetings.set_cohost)]
pub struct SetMeetingCohost {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// Whether the person becomes a co-host; false ends the role.
    pub action: bool,
    /// The person who becomes a co-host or no longer is one.
    pub operated_user: MeetingPerson,
}

/// Somebody in a meeting, with one of their devices.
#[endpoint(part)]
pub struct MeetingPerson {
    /// The person's id for this meeting.
    pub tmp_openid: TmpOpenId,
    /// The kind of device. It has to be that of
    /// [`MeetingAttendee::instance_id`](super::MeetingAttendee::instance_id); the call has no
    /// effect otherwise.
    pub instance_id: MeetingDeviceKind,
    /// The name to show in the meeting. Only for [`SetMeetingNicknames`].
    pub nickname: Option<String>,
}

/// Removes people from a meeting.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/kickout_users", title = "移出成员",
    doc = "https://developer.work.weixin.qq.com/document/path/98181",
    scope(work), retry = safe, call = meetings.remove)]
pub struct RemoveMeetingUsers {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// Whether the people may join again.
    pub allow_rejoin: Option<bool>,
    /// The people to remove.
    pub operated_users: Vec<MeetingPerson>,
}

/// Mutes or unmutes somebody in a meeting.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/mute_user", title = "静音成员",
    doc = "https://developer.work.weixin.qq.com/document/path/98184",
    scope(work), retry = safe, call = meetings.mute)]
pub struct MuteMeetingUser {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// Whether the person is muted; false unmutes.
    pub option: bool,
    /// The person to mute or unmute.
    pub operated_user: MeetingPerson,
}

/// Stops somebody's screen sharing in a meeting.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/close_screen_share", title = "关闭成员屏幕共享",
    doc = "https://developer.work.weixin.qq.com/document/path/98185",
    scope(work), retry = safe, call = meetings.close_screen)]
pub struct CloseScreenShare {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// The person who shares the screen.
    pub operated_user: MeetingPerson,
}

/// Admits people from the waiting room, moves people there, or removes them from it.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/manage_waiting_room_users", title = "管理等候室成员",
    doc = "https://developer.work.weixin.qq.com/document/path/98186",
    scope(work), retry = safe, call = meetings.manage_waiting)]
pub struct ManageWaitingUsers {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// What to do with the people.
    pub operate_type: WaitingRoomAction,
    /// Whether removed people may join again. Only for [`WaitingRoomAction::Remove`].
    pub allow_rejoin: Option<bool>,
    /// The people to admit, move or remove.
    pub operated_users: Vec<MeetingPerson>,
}

/// Ends a meeting that is in progress.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/dismiss", title = "结束会议",
    doc = "https://developer.work.weixin.qq.com/document/path/98187",
    scope(work), retry = safe, call = meetings.dismiss)]
pub struct DismissMeeting {
    /// The meeting to end.
    pub meetingid: MeetingId,
    /// Whether the meeting ends although people are in it.
    pub force_dismiss: Option<bool>,
    /// Whether the number of the meeting is released, so that nobody can join with it again.
    pub retrieve_code: Option<bool>,
}

/// Changes the names that people have in a meeting.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/set_nicknames", title = "修改成员会中昵称",
    doc = "https://developer.work.weixin.qq.com/document/path/98188",
    scope(work), retry = safe, call = meetings.set_nicknames)]
pub struct SetMeetingNicknames {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// The people, each with its new `nickname`.
    pub operated_users: Vec<MeetingPerson>,
}

/// Switches somebody's camera on or off in a meeting.
#[endpoint(POST "/cgi-bin/meeting/realcontrol/switch_user_video", title = "开关成员视频",
    doc = "https://developer.work.weixin.qq.com/document/path/98189",
    scope(work), retry = safe, call = meetings.switch_video)]
pub struct SwitchUserVideo {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// Whether the camera is on.
    pub video: bool,
    /// The person whose camera is switched.
    pub operated_user: MeetingPerson,
}
