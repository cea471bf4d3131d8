//! Meeting rooms of a corporation and their bookings (会议室). `/cgi-bin/oa/meetingroom/*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, UserId, inbound};

use crate::ids::{DepartmentId, MeetingId, ScheduleId};

group! {
    /// Meeting rooms and their bookings (会议室).
    meeting_rooms: [
        AddMeetingRoom, GetMeetingRooms, EditMeetingRoom, DeleteMeetingRoom, GetMeetingRoomBookings,
        GetBookingByMeeting, GetMeetingRoomBooking, BookMeetingRoom, BookMeetingRoomForSchedule,
        BookMeetingRoomForMeeting, CancelMeetingRoomBooking,
    ]
}

weixin_protocol::messages![BookMeetingRoomEvent, CancelMeetingRoomEvent];

weixin_api::integer_id! {
    /// A meeting room (会议室, meetingroom_id).
    MeetingRoomId(u64)
}

weixin_api::string_id! {
    /// A booking of a meeting room (会议室预定, booking_id).
    BookingId
}

/// Adds a meeting room (会议室).
#[endpoint(POST "/cgi-bin/oa/meetingroom/add", title = "添加会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), reply = AddedMeetingRoom, call = meeting_rooms.add)]
pub struct AddMeetingRoom {
    /// Name of the room, up to 30 characters.
    pub name: String,
    /// How many people fit in.
    pub capacity: u32,
    /// The city. City, building and floor are given together or not at all.
    pub city: Option<String>,
    /// The building. City, building and floor are given together or not at all.
    pub building: Option<String>,
    /// The floor. City, building and floor are given together or not at all.
    pub floor: Option<String>,
    /// Where the building is, for the map.
    pub coordinate: Option<Coordinate>,
    /// Who can book it; everybody if left out.
    pub range: Option<MeetingRoomRange>,
    /// What the room is equipped with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<RoomEquipment>,
}

int_enum! {
    /// Equipment of a meeting room (设备).
    pub enum RoomEquipment {
        /// A television (电视).
        Television = 1,
        /// A telephone (电话).
        Telephone = 2,
        /// A projector (投影).
        Projector = 3,
        /// A whiteboard (白板).
        Whiteboard = 4,
        /// Video conferencing (视频).
        VideoConference = 5,
    }
}

/// A position on the map.
#[endpoint(part)]
pub struct Coordinate {
    /// Degrees east of Greenwich; negative for west.
    pub longitude: f64,
    /// Degrees north of the equator; negative for south.
    pub latitude: f64,
}

/// Who can book a room (可预定范围).
#[endpoint(part)]
pub struct MeetingRoomRange {
    /// Members: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<DepartmentId>,
}

/// The id of a room that was added.
#[endpoint(part, reply_to(AddMeetingRoom))]
pub struct AddedMeetingRoom {
    /// The new room.
    pub meetingroom_id: MeetingRoomId,
}

/// Returns the meeting rooms, all or those that match.
#[endpoint(POST "/cgi-bin/oa/meetingroom/list", title = "查询会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), retry = safe, reply = MeetingRoomList, call = meeting_rooms.list)]
pub struct GetMeetingRooms {
    /// Only rooms in this city.
    pub city: Option<String>,
    /// Only rooms in this building; needs the city.
    pub building: Option<String>,
    /// Only rooms on this floor; needs the building.
    pub floor: Option<String>,
    /// Only rooms with all of this equipment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<RoomEquipment>,
}

/// Meeting rooms.
#[endpoint(part, reply_to(GetMeetingRooms))]
pub struct MeetingRoomList {
    /// The rooms that match.
    #[serde(default)]
    pub meetingroom_list: Vec<MeetingRoom>,
}

/// A meeting room.
#[endpoint(part)]
pub struct MeetingRoom {
    /// Id of the room.
    pub meetingroom_id: MeetingRoomId,
    /// Name of the room.
    pub name: Option<String>,
    /// How many people fit in.
    pub capacity: Option<u32>,
    /// The city it is in.
    pub city: Option<String>,
    /// The building it is in.
    pub building: Option<String>,
    /// The floor it is on.
    pub floor: Option<String>,
    /// Where the building is.
    pub coordinate: Option<Coordinate>,
    /// Who can book it.
    pub range: Option<MeetingRoomRange>,
    /// What the room is equipped with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<RoomEquipment>,
    /// Whether bookings have to be approved.
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
    /// The room to change.
    pub meetingroom_id: MeetingRoomId,
    /// The new name, up to 30 characters.
    pub name: Option<String>,
    /// How many people fit in.
    pub capacity: Option<u32>,
    /// The city. City, building and floor are given together or not at all.
    pub city: Option<String>,
    /// The building. City, building and floor are given together or not at all.
    pub building: Option<String>,
    /// The floor. City, building and floor are given together or not at all.
    pub floor: Option<String>,
    /// Where the building is.
    pub coordinate: Option<Coordinate>,
    /// Who can book it.
    pub range: Option<MeetingRoomRange>,
    /// What the room is equipped with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<RoomEquipment>,
}

/// Deletes a meeting room.
#[endpoint(POST "/cgi-bin/oa/meetingroom/del", title = "删除会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), retry = safe, call = meeting_rooms.delete)]
pub struct DeleteMeetingRoom {
    /// The room to delete.
    pub meetingroom_id: MeetingRoomId,
}

/// Returns the bookings of meeting rooms within one day.
#[endpoint(POST "/cgi-bin/oa/meetingroom/get_booking_info", title = "查询会议室的预定信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookings, call = meeting_rooms.bookings)]
pub struct GetMeetingRoomBookings {
    /// Only this room; all rooms if left out.
    pub meetingroom_id: Option<MeetingRoomId>,
    /// Start of the period; now if left out.
    pub start_time: Option<Timestamp>,
    /// End of the period; the next midnight if left out.
    pub end_time: Option<Timestamp>,
    /// Only rooms in this city.
    pub city: Option<String>,
    /// Only rooms in this building; needs the city.
    pub building: Option<String>,
    /// Only rooms on this floor; needs the building.
    pub floor: Option<String>,
}

/// The bookings of rooms.
#[endpoint(part, reply_to(GetMeetingRoomBookings))]
pub struct MeetingRoomBookings {
    /// One entry for each room.
    #[serde(default)]
    pub booking_list: Vec<BookedMeetingRoom>,
}

/// The bookings of one room.
#[endpoint(part)]
pub struct BookedMeetingRoom {
    /// Id of the room.
    pub meetingroom_id: MeetingRoomId,
    /// Its bookings within the period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<MeetingRoomBooking>,
}

/// A booking of a room.
#[endpoint(part)]
pub struct MeetingRoomBooking {
    /// Id of the booking.
    pub booking_id: Option<BookingId>,
    /// The booking of the whole series, if this is one date of it.
    pub master_booking_id: Option<BookingId>,
    /// When the booking begins.
    pub start_time: Option<Timestamp>,
    /// When the booking ends.
    pub end_time: Option<Timestamp>,
    /// The meeting the room was booked for, as older apps know it.
    pub meeting_id: Option<MeetingId>,
    /// The entry in the calendar (日程).
    pub schedule_id: Option<ScheduleId>,
    /// The member who booked it.
    pub booker: Option<UserId>,
    /// Whether the booking is valid.
    pub status: Option<BookingStatus>,
}

int_enum! {
    /// The state of a booking.
    pub enum BookingStatus {
        /// The room is booked.
        Booked = 0,
        /// The booking was cancelled.
        Cancelled = 1,
        /// The booking has been applied for.
        Applied = 2,
        /// The booking is being approved.
        Approving = 3,
    }
}

/// Returns the booking of a meeting room for an online meeting.
#[endpoint(POST "/cgi-bin/oa/meetingroom/get_booking_info_by_meeting_id", title = "根据会议ID查询会议室的预定信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookingOf, call = meeting_rooms.booking_of_meeting)]
pub struct GetBookingByMeeting {
    /// The booked room.
    pub meetingroom_id: MeetingRoomId,
    /// The meeting, as older apps know it.
    pub meeting_id: MeetingId,
}

/// A booking and its room.
#[endpoint(part, reply_to(GetBookingByMeeting, GetMeetingRoomBooking))]
pub struct MeetingRoomBookingOf {
    /// The booked room.
    pub meetingroom_id: Option<MeetingRoomId>,
    /// The booking. The platform writes a single one without a list around it.
    #[serde(default)]
    pub schedule: Vec<MeetingRoomBooking>,
}

/// Returns a booking of a meeting room by its id.
#[endpoint(POST "/cgi-bin/oa/meetingroom/bookinfo/get", title = "根据会议室预定ID查询预定详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookingOf, call = meeting_rooms.booking)]
pub struct GetMeetingRoomBooking {
    /// The booked room.
    pub meetingroom_id: MeetingRoomId,
    /// The booking to look up.
    pub booking_id: BookingId,
}

/// Books a meeting room for a member, who finds it in their calendar.
///
/// # Examples
///
/// ```
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::meeting_room::BookMeetingRoom;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let start = wx.now() + Duration::from_secs(3600);
/// let end = start + Duration::from_secs(1800);
/// let booking = BookMeetingRoom::new(2_u64, start, end, "zhangsan").subject("Review");
/// let booked = wx.meeting_rooms().book(booking).await?;
/// println!("in the calendar as {:?}", booked.schedule_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/oa/meetingroom/book", title = "预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedRoom, call = meeting_rooms.book)]
pub struct BookMeetingRoom {
    /// The room to book.
    pub meetingroom_id: MeetingRoomId,
    /// Subject of the booking, up to 150 characters.
    pub subject: Option<String>,
    /// When the booking begins.
    pub start_time: Timestamp,
    /// When the booking ends.
    pub end_time: Timestamp,
    /// The member the room is booked for.
    pub booker: UserId,
    /// The members who attend: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<UserId>,
}

/// The result of a booking.
#[endpoint(part, reply_to(BookMeetingRoom))]
pub struct BookedRoom {
    /// Id of the new booking.
    pub booking_id: Option<BookingId>,
    /// The entry that was made in the calendar (日程).
    pub schedule_id: Option<ScheduleId>,
    /// The meeting, as older apps know it.
    pub meeting_id: Option<MeetingId>,
}

/// Books a meeting room for a calendar entry, with its repetitions.
///
/// Fails with 90498 when the entry has another room.
#[endpoint(POST "/cgi-bin/oa/meetingroom/book_by_schedule", title = "通过日程预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedSeries, call = meeting_rooms.book_for_schedule)]
pub struct BookMeetingRoomForSchedule {
    /// The room to book.
    pub meetingroom_id: MeetingRoomId,
    /// The calendar entry (日程), created by this app.
    pub schedule_id: ScheduleId,
    /// The member the room is booked for: one of the entry's administrators.
    pub booker: UserId,
}

/// A booking that may repeat.
#[endpoint(part, reply_to(BookMeetingRoomForSchedule, BookMeetingRoomForMeeting))]
pub struct BookedSeries {
    /// Id of the new booking.
    pub booking_id: Option<BookingId>,
    /// The days, at midnight, on which the room is not available.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflict_date: Vec<Timestamp>,
}

/// Books a meeting room for an online meeting, with its repetitions.
#[endpoint(POST "/cgi-bin/oa/meetingroom/book_by_meeting", title = "通过会议预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedSeries, call = meeting_rooms.book_for_meeting)]
pub struct BookMeetingRoomForMeeting {
    /// The room to book.
    pub meetingroom_id: MeetingRoomId,
    /// The online meeting, created by this app.
    pub meetingid: MeetingId,
    /// The member the room is booked for: one who administers the meeting.
    pub booker: UserId,
}

/// Cancels the booking of a meeting room.
///
/// Fails with 90499 when another app made the booking.
#[endpoint(POST "/cgi-bin/oa/meetingroom/cancel_book", title = "取消预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, call = meeting_rooms.cancel)]
pub struct CancelMeetingRoomBooking {
    /// The booking to cancel.
    pub booking_id: Option<BookingId>,
    /// The meeting whose booking is cancelled, as older apps know it.
    pub meeting_id: Option<MeetingId>,
    /// Whether the entry in the calendar (日程) is kept; it is deleted if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub keep_schedule: Option<bool>,
    /// The day of a series to cancel, at midnight; the whole series if left out.
    pub cancel_date: Option<Timestamp>,
}

/// A member booked a room in WeCom.
///
/// Pushed to the apps that may use meeting rooms. When a member moves an entry or meeting that a
/// room was booked for, the booking is cancelled and made anew, and both are pushed.
#[inbound(event = "book_meeting_room", scope(work))]
pub struct BookMeetingRoomEvent {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// The booked room.
    pub meeting_room_id: MeetingRoomId,
    /// The meeting, as older apps know it.
    pub meeting_id: Option<MeetingId>,
    /// Id of the booking.
    pub booking_id: Option<BookingId>,
}

/// A member cancelled the booking of a room in WeCom.
///
/// Pushed to the apps that may use meeting rooms, and to the app that booked the room.
#[inbound(event = "cancel_meeting_room", scope(work))]
pub struct CancelMeetingRoomEvent {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// The room that is free again.
    pub meeting_room_id: MeetingRoomId,
    /// The meeting, as older apps know it.
    pub meeting_id: Option<MeetingId>,
    /// The cancelled booking.
    pub booking_id: Option<BookingId>,
}
