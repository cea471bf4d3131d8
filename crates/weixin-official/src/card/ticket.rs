//! Data of a ticket that are known only after it was taken, such as seats and gates, and the amount
//! in a red packet.

use crate::card::CardsHandle;
use weixin_api::{Timestamp, endpoint};

use crate::ids::CardId;

/// Sets seat, class and gate of a passenger who has checked in (更新飞机票信息).
#[endpoint(POST "/card/boardingpass/checkin", title = "更新飞机票信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#4",
    scope(official), retry = safe, call = cards.check_in)]
pub struct CheckInBoardingPass {
    /// The code of the user's card.
    pub code: String,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
    /// The number of the electronic ticket (电子客票号).
    pub etkt_bnr: Option<String>,
    /// The class (舱等), such as economy (经济舱).
    pub class: Option<String>,
    /// The name of the passenger, up to 15 characters.
    pub passenger_name: Option<String>,
    /// The seat (座位号).
    pub seat: Option<String>,
    /// The gate (登机口).
    pub gate: Option<String>,
    /// When boarding begins.
    pub boarding_time: Option<Timestamp>,
    /// The content of the QR code for boarding.
    pub qrcode_data: Option<String>,
    /// Whether the check-in is canceled. `None`: it is not.
    pub is_cancel: Option<bool>,
}

/// Sets hall and seats of a ticket for a film (更新电影票).
#[endpoint(POST "/card/movieticket/updateuser", title = "更新电影票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#7",
    scope(official), retry = safe, call = cards.update_movie_ticket)]
pub struct UpdateMovieTicket {
    /// The code of the user's card.
    pub code: String,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
    /// The format of the show, such as `4D`.
    pub ticket_class: Option<String>,
    /// When the show begins.
    pub show_time: Option<Timestamp>,
    /// The length of the film in minutes.
    pub duration: Option<u32>,
    /// The hall, such as `5号影厅`.
    pub screening_room: Option<String>,
    /// The seats, such as `5排14号`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seat_number: Vec<String>,
}

/// Sets zone, entrance and seat of a ticket for a meeting (更新会议门票).
#[endpoint(POST "/card/meetingticket/updateuser", title = "更新会议门票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Special_ticket.html#2",
    scope(official), retry = safe, call = cards.update_meeting_ticket)]
pub struct UpdateMeetingTicket {
    /// The code of the user's card.
    pub code: String,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
    /// When the meeting begins.
    pub begin_time: Option<Timestamp>,
    /// When the meeting ends.
    pub end_time: Option<Timestamp>,
    /// The zone, such as `C区`.
    pub zone: Option<String>,
    /// The entrance, such as `东北门`.
    pub entrance: Option<String>,
    /// The seat, such as `2排15号`.
    pub seat_number: Option<String>,
}

/// Sets the amount in a red packet (更新红包金额).
#[endpoint(POST "/card/luckymoney/updateuserbalance", title = "更新红包金额",
    scope(official), retry = safe, call = cards.update_lucky_money)]
pub struct UpdateLuckyMoneyBalance {
    /// The code of the user's card.
    pub code: String,
    /// The amount, in fen.
    pub balance: u64,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
}
