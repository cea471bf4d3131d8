//! What becomes known of a ticket only after it was taken: seats, gates, checking in; the money in
//! a red packet.

use crate::card::CardsHandle;
use weixin_api::{Timestamp, endpoint};

/// Says seat and class of a passenger who has checked in.
#[endpoint(POST "/card/boardingpass/checkin", title = "更新飞机票信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#4",
    scope(official), retry = safe, call = cards.check_in)]
pub struct CheckInBoardingPass {
    /// The code of the card.
    pub code: String,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
    /// The number of the electronic ticket.
    pub etkt_bnr: Option<String>,
    /// The class.
    pub class: Option<String>,
    /// The name of the passenger: up to 15 characters.
    pub passenger_name: Option<String>,
    /// The seat.
    pub seat: Option<String>,
    /// The gate.
    pub gate: Option<String>,
    /// When boarding begins.
    pub boarding_time: Option<Timestamp>,
    /// What the QR code for boarding holds.
    pub qrcode_data: Option<String>,
    /// Whether checking in is cancelled.
    pub is_cancel: Option<bool>,
}

/// Says hall and seats of a ticket for a film.
#[endpoint(POST "/card/movieticket/updateuser", title = "更新电影票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#7",
    scope(official), retry = safe, call = cards.update_movie_ticket)]
pub struct UpdateMovieTicket {
    /// The code of the card.
    pub code: String,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
    /// The kind of show, such as `4D`.
    pub ticket_class: Option<String>,
    /// When it begins.
    pub show_time: Option<Timestamp>,
    /// How long it is, in minutes.
    pub duration: Option<u32>,
    /// The hall.
    pub screening_room: Option<String>,
    /// The seats.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seat_number: Vec<String>,
}

/// Says zone, entrance and seat of a ticket for a meeting.
#[endpoint(POST "/card/meetingticket/updateuser", title = "更新会议门票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#2",
    scope(official), retry = safe, call = cards.update_meeting_ticket)]
pub struct UpdateMeetingTicket {
    /// The code of the card.
    pub code: String,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
    /// When it begins.
    pub begin_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// The zone.
    pub zone: Option<String>,
    /// The entrance.
    pub entrance: Option<String>,
    /// The seat.
    pub seat_number: Option<String>,
}

/// Says how much is in a red packet.
#[endpoint(POST "/card/luckymoney/updateuserbalance", title = "更新红包金额",
    scope(official), retry = safe, call = cards.update_lucky_money)]
pub struct UpdateLuckyMoneyBalance {
    /// The code of the card.
    pub code: String,
    /// How much, in fen.
    pub balance: u64,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
}
