//! Meeting rooms of a corporation and their bookings (会议室). `/cgi-bin/oa/meetingroom/*`

use weixin_api::{Call, Caller, On, Timestamp, endpoint, endpoints};
use weixin_protocol::{Header, UserId, inbound};

endpoints![
    AddMeetingRoom,
    GetMeetingRooms,
    EditMeetingRoom,
    DeleteMeetingRoom,
    GetMeetingRoomBookings,
    GetBookingByMeeting,
    GetMeetingRoomBooking,
    BookMeetingRoom,
    BookMeetingRoomForSchedule,
    BookMeetingRoomForMeeting,
    CancelMeetingRoomBooking
];

weixin_protocol::messages![BookMeetingRoomEvent, CancelMeetingRoomEvent];

/// Adds a meeting room. `POST /cgi-bin/oa/meetingroom/add`
#[endpoint(POST "/cgi-bin/oa/meetingroom/add", title = "添加会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), reply = MeetingRoomId)]
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
#[endpoint(part)]
pub struct MeetingRoomId {
    /// The room.
    pub meetingroom_id: u64,
}

/// Gives the meeting rooms, all or some. `POST /cgi-bin/oa/meetingroom/list`
#[endpoint(POST "/cgi-bin/oa/meetingroom/list", title = "查询会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), retry = safe, reply = MeetingRoomList)]
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
#[endpoint(part)]
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
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub need_approval: Option<bool>,
}

/// Changes a meeting room; what is left out stays as it is. `POST /cgi-bin/oa/meetingroom/edit`
#[endpoint(POST "/cgi-bin/oa/meetingroom/edit", title = "编辑会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), retry = safe)]
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

/// Deletes a meeting room. `POST /cgi-bin/oa/meetingroom/del`
#[endpoint(POST "/cgi-bin/oa/meetingroom/del", title = "删除会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93619",
    scope(work), retry = safe)]
pub struct DeleteMeetingRoom {
    /// The room.
    pub meetingroom_id: u64,
}

/// Tells when rooms are booked, within one day. `POST /cgi-bin/oa/meetingroom/get_booking_info`
#[endpoint(POST "/cgi-bin/oa/meetingroom/get_booking_info", title = "查询会议室的预定信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookings)]
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
#[endpoint(part)]
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
/// `POST /cgi-bin/oa/meetingroom/get_booking_info_by_meeting_id`
#[endpoint(POST "/cgi-bin/oa/meetingroom/get_booking_info_by_meeting_id", title = "根据会议ID查询会议室的预定信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookingOf)]
pub struct GetBookingByMeeting {
    /// The room.
    pub meetingroom_id: u64,
    /// The meeting.
    pub meeting_id: String,
}

/// A booking and its room.
#[endpoint(part)]
pub struct MeetingRoomBookingOf {
    /// The room.
    pub meetingroom_id: Option<u64>,
    /// The booking; the platform writes one without a list around it.
    #[serde(default)]
    pub schedule: Vec<MeetingRoomBooking>,
}

/// Tells about a booking. `POST /cgi-bin/oa/meetingroom/bookinfo/get`
#[endpoint(POST "/cgi-bin/oa/meetingroom/bookinfo/get", title = "根据会议室预定ID查询预定详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe, reply = MeetingRoomBookingOf)]
pub struct GetMeetingRoomBooking {
    /// The room.
    pub meetingroom_id: u64,
    /// The booking.
    pub booking_id: String,
}

/// Books a room for a member, who finds it in their calendar. `POST /cgi-bin/oa/meetingroom/book`
#[endpoint(POST "/cgi-bin/oa/meetingroom/book", title = "预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedRoom)]
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
#[endpoint(part)]
pub struct BookedRoom {
    /// The booking.
    pub booking_id: Option<String>,
    /// The entry in the calendar.
    pub schedule_id: Option<String>,
    /// The meeting, in the older form.
    pub meeting_id: Option<String>,
}

/// Books a room for an entry in the calendar, with its repetitions.
/// `POST /cgi-bin/oa/meetingroom/book_by_schedule`
#[endpoint(POST "/cgi-bin/oa/meetingroom/book_by_schedule", title = "通过日程预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedSeries)]
pub struct BookMeetingRoomForSchedule {
    /// The room.
    pub meetingroom_id: u64,
    /// The entry, made by this app.
    pub schedule_id: String,
    /// Who books: one of the entry's administrators.
    pub booker: UserId,
}

/// A booking that may repeat.
#[endpoint(part)]
pub struct BookedSeries {
    /// The booking.
    pub booking_id: Option<String>,
    /// The days on which the room is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflict_date: Vec<Timestamp>,
}

/// Books a room for an online meeting, with its repetitions.
/// `POST /cgi-bin/oa/meetingroom/book_by_meeting`
#[endpoint(POST "/cgi-bin/oa/meetingroom/book_by_meeting", title = "通过会议预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), reply = BookedSeries)]
pub struct BookMeetingRoomForMeeting {
    /// The room.
    pub meetingroom_id: u64,
    /// The meeting, made by this app.
    pub meetingid: String,
    /// Who books: one who administers the meeting.
    pub booker: UserId,
}

/// Cancels a booking. `POST /cgi-bin/oa/meetingroom/cancel_book`
#[endpoint(POST "/cgi-bin/oa/meetingroom/cancel_book", title = "取消预定会议室",
    doc = "https://developer.work.weixin.qq.com/document/path/93620",
    scope(work), retry = safe)]
pub struct CancelMeetingRoomBooking {
    /// The booking.
    pub booking_id: Option<String>,
    /// The meeting, in the older form.
    pub meeting_id: Option<String>,
    /// Whether the entry in the calendar stays.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
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

/// The group as a client has it: `wx.meeting_rooms()`.
#[derive(Debug)]
pub struct MeetingRooms<'c, C: ?Sized>(&'c C);

/// Gives a client `meeting_rooms()`.
pub trait MeetingRoomsApi: Caller {
    /// Meeting rooms and their bookings (会议室).
    fn meeting_rooms(&self) -> MeetingRooms<'_, Self> {
        MeetingRooms(self)
    }
}

impl<C: Caller + ?Sized> MeetingRoomsApi for C where AddMeetingRoom: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> MeetingRooms<'c, C> {
    /// Adds a room; see [`AddMeetingRoom`].
    pub fn add(&self, name: impl Into<String>, capacity: u32) -> Call<'c, C, AddMeetingRoom> {
        Call::new(self.0, AddMeetingRoom::new(name, capacity))
    }

    /// The rooms; see [`GetMeetingRooms`].
    pub fn list(&self) -> Call<'c, C, GetMeetingRooms> {
        Call::new(self.0, GetMeetingRooms::new())
    }

    /// Changes a room; see [`EditMeetingRoom`].
    pub fn edit(&self, meetingroom_id: u64) -> Call<'c, C, EditMeetingRoom> {
        Call::new(self.0, EditMeetingRoom::new(meetingroom_id))
    }

    /// Deletes a room; see [`DeleteMeetingRoom`].
    pub fn delete(&self, meetingroom_id: u64) -> Call<'c, C, DeleteMeetingRoom> {
        Call::new(self.0, DeleteMeetingRoom::new(meetingroom_id))
    }

    /// When rooms are booked; see [`GetMeetingRoomBookings`].
    pub fn bookings(&self) -> Call<'c, C, GetMeetingRoomBookings> {
        Call::new(self.0, GetMeetingRoomBookings::new())
    }

    /// The booking for a meeting; see [`GetBookingByMeeting`].
    pub fn booking_of_meeting(
        &self,
        meetingroom_id: u64,
        meeting_id: impl Into<String>,
    ) -> Call<'c, C, GetBookingByMeeting> {
        Call::new(self.0, GetBookingByMeeting::new(meetingroom_id, meeting_id))
    }

    /// A booking; see [`GetMeetingRoomBooking`].
    pub fn booking(
        &self,
        meetingroom_id: u64,
        booking_id: impl Into<String>,
    ) -> Call<'c, C, GetMeetingRoomBooking> {
        Call::new(self.0, GetMeetingRoomBooking::new(meetingroom_id, booking_id))
    }

    /// Books a room; see [`BookMeetingRoom`].
    pub fn book(
        &self,
        meetingroom_id: u64,
        start_time: Timestamp,
        end_time: Timestamp,
        booker: impl Into<UserId>,
    ) -> Call<'c, C, BookMeetingRoom> {
        Call::new(self.0, BookMeetingRoom::new(meetingroom_id, start_time, end_time, booker))
    }

    /// Books a room for an entry in the calendar; see [`BookMeetingRoomForSchedule`].
    pub fn book_for_schedule(
        &self,
        meetingroom_id: u64,
        schedule_id: impl Into<String>,
        booker: impl Into<UserId>,
    ) -> Call<'c, C, BookMeetingRoomForSchedule> {
        Call::new(self.0, BookMeetingRoomForSchedule::new(meetingroom_id, schedule_id, booker))
    }

    /// Books a room for a meeting; see [`BookMeetingRoomForMeeting`].
    pub fn book_for_meeting(
        &self,
        meetingroom_id: u64,
        meetingid: impl Into<String>,
        booker: impl Into<UserId>,
    ) -> Call<'c, C, BookMeetingRoomForMeeting> {
        Call::new(self.0, BookMeetingRoomForMeeting::new(meetingroom_id, meetingid, booker))
    }

    /// Cancels a booking; see [`CancelMeetingRoomBooking`].
    pub fn cancel(&self) -> Call<'c, C, CancelMeetingRoomBooking> {
        Call::new(self.0, CancelMeetingRoomBooking::new())
    }
}
