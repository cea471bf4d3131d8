//! Meeting rooms of a corporation and their bookings (会议室). `/cgi-bin/oa/meetingroom/*`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::{Header, UserId, inbound};

group! {
    /// Meeting rooms and their bookings (会议室).
    meeting_rooms: [AddMeetingRoom, GetMeetingRooms, EditMeetingRoom, DeleteMeetingRoom, GetMeetingRoomBookings, GetBookingByMeeting, GetMeetingRoomBooking, BookMeetingRoom, BookMeetingRoomForSchedule, BookMeetingRoomForMeeting, CancelMeetingRoomBooking]
}

weixin_protocol::messages![BookMeetingRoomEvent, CancelMeetingRoomEvent];

/// Adds a meeting room.
#[endpoint(POST "/cgi-bin/oa/meetingroom/add", title = "添加会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), reply = MeetingRoomId, call = meeting_rooms.add)]
pub struct AddMeetingRoom {
    /// Its name, up to 30 characters.
    pub name: String,
    /// How many people it takes.
    pub capacity: u32,
    /// The city. City, building and floor go together.
    pub city: Option<String>,
    /// The building.
    pub building: Option<String>,
    /// The floor.
    pub floor: Option<String>,
    /// Where the building is.
    pub coordinate: Option<Coordinate>,
    /// Who may use it; everybody if left out.
    pub range: Option<MeetingRoomRange>,
    /// What is in it: 1 television, 2 telephone, 3 projector, 4 whiteboard, 5 video conference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<u32>,
}

/// A place on the map.
#[endpoint(part)]
pub struct Coordinate {
    /// In degrees, east positive.
    pub longitude: f64,
    /// In degrees, north positive.
    pub latitude: f64,
}

/// Who may use a room.
#[endpoint(part)]
pub struct MeetingRoomRange {
    /// Members: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<u64>,
}

/// A meeting room.
#[endpoint(part, reply_to(AddMeetingRoom))]
pub struct MeetingRoomId {
    /// The room.
    pub meetingroom_id: u64,
}

/// Gives the meeting rooms, all or some.
#[endpoint(POST "/cgi-bin/oa/meetingroom/list", title = "查询会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), retry = safe, reply = MeetingRoomList, call = meeting_rooms.list)]
pub struct GetMeetingRooms {
    /// Only of this city.
    pub city: Option<String>,
    /// Only of this building; needs the city.
    pub building: Option<String>,
    /// Only of this floor; needs the building.
    pub floor: Option<String>,
    /// Only those with all of this; see [`AddMeetingRoom::equipment`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<u32>,
}

/// Meeting rooms.
#[endpoint(part, reply_to(GetMeetingRooms))]
pub struct MeetingRoomList {
    /// The rooms.
    #[serde(default)]
    pub meetingroom_list: Vec<MeetingRoom>,
}

/// A meeting room.
#[endpoint(part)]
pub struct MeetingRoom {
    /// The room.
    pub meetingroom_id: u64,
    /// Its name.
    pub name: Option<String>,
    /// How many people it takes.
    pub capacity: Option<u32>,
    /// The city.
    pub city: Option<String>,
    /// The building.
    pub building: Option<String>,
    /// The floor.
    pub floor: Option<String>,
    /// Where the building is.
    pub coordinate: Option<Coordinate>,
    /// Who may use it.
    pub range: Option<MeetingRoomRange>,
    /// What is in it; see [`AddMeetingRoom::equipment`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<u32>,
    /// Whether bookings need approval.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_approval: Option<bool>,
}

/// Changes a meeting room; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/oa/meetingroom/edit", title = "编辑会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), retry = safe, call = meeting_rooms.edit)]
pub struct EditMeetingRoom {
    /// The room.
    pub meetingroom_id: u64,
    /// Its name, up to 30 characters.
    pub name: Option<String>,
    /// How many people it takes.
    pub capacity: Option<u32>,
    /// The city. City, building and floor go together.
    pub city: Option<String>,
    /// The building.
    pub building: Option<String>,
    /// The floor.
    pub floor: Option<String>,
    /// Where the building is.
    pub coordinate: Option<Coordinate>,
    /// Who may use it.
    pub range: Option<MeetingRoomRange>,
    /// What is in it; see [`AddMeetingRoom::equipment`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<u32>,
}

/// Deletes a meeting room.
#[endpoint(POST "/cgi-bin/oa/meetingroom/del", title = "删除会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), retry = safe, call = meeting_rooms.delete)]
pub struct DeleteMeetingRoom {
    /// The room.
    pub meetingroom_id: u64,
}

/// Tells when rooms are booked, within one day.
#[endpoint(POST "/cgi-bin/oa/meetingroom/get_booking_info", title = "查询会议室的预定信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookings, call = meeting_rooms.bookings)]
pub struct GetMeetingRoomBookings {
    /// Only this room.
    pub meetingroom_id: Option<u64>,
    /// From when; now if left out.
    pub start_time: Option<Timestamp>,
    /// Until when; the next midnight if left out.
    pub end_time: Option<Timestamp>,
    /// Only of this city.
    pub city: Option<String>,
    /// Only of this building; needs the city.
    pub building: Option<String>,
    /// Only of this floor; needs the building.
    pub floor: Option<String>,
}

/// When rooms are booked.
#[endpoint(part, reply_to(GetMeetingRoomBookings))]
pub struct MeetingRoomBookings {
    /// One for each room.
    #[serde(default)]
    pub booking_list: Vec<BookedMeetingRoom>,
}

/// When a room is booked.
#[endpoint(part)]
pub struct BookedMeetingRoom {
    /// The room.
    pub meetingroom_id: u64,
    /// Its bookings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<MeetingRoomBooking>,
}

/// A booking of a room.
#[endpoint(part)]
pub struct MeetingRoomBooking {
    /// The booking.
    pub booking_id: Option<String>,
    /// The booking of the whole series, if this is one of it.
    pub master_booking_id: Option<String>,
    /// From when.
    pub start_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
    /// The meeting, in the older form.
    pub meeting_id: Option<String>,
    /// The entry in the calendar.
    pub schedule_id: Option<String>,
    /// Who booked it.
    pub booker: Option<UserId>,
    /// 0 booked, 1 cancelled, 2 applied for, 3 being approved.
    pub status: Option<u8>,
}

/// Tells about the booking of a room for a meeting.
#[endpoint(POST "/cgi-bin/oa/meetingroom/get_booking_info_by_meeting_id", title = "根据会议ID查询会议室的预定信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookingOf, call = meeting_rooms.booking_of_meeting)]
pub struct GetBookingByMeeting {
    /// The room.
    pub meetingroom_id: u64,
    /// The meeting.
    pub meeting_id: String,
}

/// A booking and its room.
#[endpoint(part, reply_to(GetBookingByMeeting, GetMeetingRoomBooking))]
pub struct MeetingRoomBookingOf {
    /// The room.
    pub meetingroom_id: Option<u64>,
    /// The booking; the platform writes one without a list around it.
    #[serde(default)]
    pub schedule: Vec<MeetingRoomBooking>,
}

/// Tells about a booking.
#[endpoint(POST "/cgi-bin/oa/meetingroom/bookinfo/get", title = "根据会议室预定ID查询预定详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookingOf, call = meeting_rooms.booking)]
pub struct GetMeetingRoomBooking {
    /// The room.
    pub meetingroom_id: u64,
    /// The booking.
    pub booking_id: String,
}

/// Books a room for a member, who finds it in their calendar.
#[endpoint(POST "/cgi-bin/oa/meetingroom/book", title = "预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedRoom, call = meeting_rooms.book)]
pub struct BookMeetingRoom {
    /// The room.
    pub meetingroom_id: u64,
    /// What for, up to 150 characters.
    pub subject: Option<String>,
    /// From when.
    pub start_time: Timestamp,
    /// Until when.
    pub end_time: Timestamp,
    /// Who books.
    pub booker: UserId,
    /// Who comes: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<UserId>,
}

/// A booking.
#[endpoint(part, reply_to(BookMeetingRoom))]
pub struct BookedRoom {
    /// The booking.
    pub booking_id: Option<String>,
    /// The entry in the calendar.
    pub schedule_id: Option<String>,
    /// The meeting, in the older form.
    pub meeting_id: Option<String>,
}

/// Books a room for an entry in the calendar, with its repetitions.
#[endpoint(POST "/cgi-bin/oa/meetingroom/book_by_schedule", title = "通过日程预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedSeries, call = meeting_rooms.book_for_schedule)]
pub struct BookMeetingRoomForSchedule {
    /// The room.
    pub meetingroom_id: u64,
    /// The entry, made by this app.
    pub schedule_id: String,
    /// Who books: one of the entry's administrators.
    pub booker: UserId,
}

/// A booking that may repeat.
#[endpoint(part, reply_to(BookMeetingRoomForSchedule, BookMeetingRoomForMeeting))]
pub struct BookedSeries {
    /// The booking.
    pub booking_id: Option<String>,
    /// The days on which the room is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflict_date: Vec<Timestamp>,
}

/// Books a room for an online meeting, with its repetitions.
#[endpoint(POST "/cgi-bin/oa/meetingroom/book_by_meeting", title = "通过会议预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedSeries, call = meeting_rooms.book_for_meeting)]
pub struct BookMeetingRoomForMeeting {
    /// The room.
    pub meetingroom_id: u64,
    /// The meeting, made by this app.
    pub meetingid: String,
    /// Who books: one who administers the meeting.
    pub booker: UserId,
}

/// Cancels a booking.
#[endpoint(POST "/cgi-bin/oa/meetingroom/cancel_book", title = "取消预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, call = meeting_rooms.cancel)]
pub struct CancelMeetingRoomBooking {
    /// The booking.
    pub booking_id: Option<String>,
    /// The meeting, in the older form.
    pub meeting_id: Option<String>,
    /// Whether the entry in the calendar stays.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub keep_schedule: Option<bool>,
    /// Which day of a series to cancel, at midnight; all of it if left out.
    pub cancel_date: Option<Timestamp>,
}

/// A room was booked. Event `book_meeting_room`.
#[inbound(event = "book_meeting_room", scope(work))]
pub struct BookMeetingRoomEvent {
    /// From whom, to whom, when.
    pub header: Header,
    /// The room.
    pub meeting_room_id: String,
    /// The meeting, in the older form.
    pub meeting_id: Option<String>,
    /// The booking.
    pub booking_id: Option<String>,
}

/// A booking of a room was cancelled. Event `cancel_meeting_room`.
#[inbound(event = "cancel_meeting_room", scope(work))]
pub struct CancelMeetingRoomEvent {
    /// From whom, to whom, when.
    pub header: Header,
    /// The room.
    pub meeting_room_id: String,
    /// The meeting, in the older form.
    pub meeting_id: Option<String>,
    /// The booking.
    pub booking_id: Option<String>,
}
