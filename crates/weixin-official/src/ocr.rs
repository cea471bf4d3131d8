//! Reading what is on a picture (OCR识别): cards, papers, plates and print. `/cv/ocr/*`
//!
//! Each is free 100 times a day; more is bought as a service. 101000: the picture cannot be loaded; 101001:
//! nothing was found on it; 101002: what is free, or was bought, is used up.

use weixin_api::{Call, Caller, FilePart, endpoint, group};

use crate::picture::of_a_picture;
pub use crate::picture::{ImageCorners, ImagePoint, ImageSize, Picture};

group! {
    /// Reading what is on a picture (OCR识别).
    ocr: [ReadIdCard, ReadBankCard, ReadVehicleLicense, ReadDriversLicense, ReadBusinessLicense, ReadPrint, ReadPlateNumber]
}

of_a_picture! {
    ReadIdCard ReadBankCard ReadVehicleLicense ReadDriversLicense ReadBusinessLicense ReadPrint
    ReadPlateNumber
}

/// Reads an identity card.
#[endpoint(POST "/cv/ocr/idcard", title = "身份证识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = IdCard, call = "wx.ocr().id_card(picture)")]
pub struct ReadIdCard {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// A side of an identity card.
#[endpoint(part, reply_to(ReadIdCard))]
pub struct IdCard {
    /// Which side: `Front` is the one with the portrait, `Back` the other.
    #[serde(rename = "type")]
    pub side: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The number.
    pub id: Option<String>,
    /// The address.
    pub addr: Option<String>,
    /// The sex.
    pub gender: Option<String>,
    /// The nationality (民族).
    pub nationality: Option<String>,
    /// From when to when it holds, as in `20171025-20271025`; on the back.
    pub valid_date: Option<String>,
}

/// Reads a bank card.
#[endpoint(POST "/cv/ocr/bankcard", title = "银行卡识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = BankCard, call = "wx.ocr().bank_card(picture)")]
pub struct ReadBankCard {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// A bank card.
#[endpoint(part, reply_to(ReadBankCard))]
pub struct BankCard {
    /// Its number.
    pub number: Option<String>,
}

/// Reads a vehicle licence.
#[endpoint(POST "/cv/ocr/driving", title = "行驶证识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = VehicleLicense, call = "wx.ocr().vehicle_license(picture)")]
pub struct ReadVehicleLicense {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// A vehicle licence.
#[endpoint(part, reply_to(ReadVehicleLicense))]
pub struct VehicleLicense {
    /// The number on the plate.
    pub plate_num: Option<String>,
    /// The type of the vehicle.
    pub vehicle_type: Option<String>,
    /// Whose it is.
    pub owner: Option<String>,
    /// The address.
    pub addr: Option<String>,
    /// What it is used for.
    pub use_character: Option<String>,
    /// The model.
    pub model: Option<String>,
    /// The vehicle's number.
    pub vin: Option<String>,
    /// The engine's number.
    pub engine_num: Option<String>,
    /// When it was registered.
    pub register_date: Option<String>,
    /// When the licence was made out.
    pub issue_date: Option<String>,
    /// The number on the plate, on the second page.
    pub plate_num_b: Option<String>,
    /// The number of the file.
    pub record: Option<String>,
    /// For how many people it is.
    pub passengers_num: Option<String>,
    /// The weight in all.
    pub total_quality: Option<String>,
    /// The weight, ready to drive.
    pub prepare_quality: Option<String>,
    /// The measures.
    pub overall_size: Option<String>,
    /// Where on the picture the front is.
    pub card_position_front: Option<ImagePosition>,
    /// Where the back is.
    pub card_position_back: Option<ImagePosition>,
    /// How large the picture is.
    pub img_size: Option<ImageSize>,
}

/// Where on a picture something is.
#[endpoint(part)]
pub struct ImagePosition {
    /// Its corners.
    pub pos: Option<ImageCorners>,
}

/// Reads a driver's licence.
#[endpoint(POST "/cv/ocr/drivinglicense", title = "驾驶证识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = DriversLicense, call = "wx.ocr().drivers_license(picture)")]
pub struct ReadDriversLicense {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// A driver's licence.
#[endpoint(part, reply_to(ReadDriversLicense))]
pub struct DriversLicense {
    /// Its number.
    pub id_num: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The sex.
    pub sex: Option<String>,
    /// The nationality.
    pub nationality: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The birthday.
    pub birth_date: Option<String>,
    /// When it was first made out.
    pub issue_date: Option<String>,
    /// What may be driven.
    pub car_class: Option<String>,
    /// From when it holds.
    pub valid_from: Option<String>,
    /// Until when.
    pub valid_to: Option<String>,
    /// What the seal says.
    pub official_seal: Option<String>,
}

/// Reads a business licence.
#[endpoint(POST "/cv/ocr/bizlicense", title = "营业执照识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = BusinessLicense, call = "wx.ocr().business_license(picture)")]
pub struct ReadBusinessLicense {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// A business licence.
#[endpoint(part, reply_to(ReadBusinessLicense))]
pub struct BusinessLicense {
    /// The number of the registration.
    pub reg_num: Option<String>,
    /// The serial number.
    pub serial: Option<String>,
    /// Who represents the enterprise.
    pub legal_representative: Option<String>,
    /// Its name.
    pub enterprise_name: Option<String>,
    /// The form of its organization.
    pub type_of_organization: Option<String>,
    /// The type of the enterprise.
    pub type_of_enterprise: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// What it does.
    pub business_scope: Option<String>,
    /// The registered capital.
    pub registered_capital: Option<String>,
    /// The paid-in capital.
    pub paid_in_capital: Option<String>,
    /// How long it holds.
    pub valid_period: Option<String>,
    /// When it was registered.
    pub registered_date: Option<String>,
    /// Where on the picture the licence is.
    pub cert_position: Option<ImagePosition>,
    /// How large the picture is.
    pub img_size: Option<ImageSize>,
}

/// Reads what is printed.
#[endpoint(POST "/cv/ocr/comm", title = "通用印刷体识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = PrintedText, call = "wx.ocr().print(picture)")]
pub struct ReadPrint {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// What is printed on a picture.
#[endpoint(part, reply_to(ReadPrint))]
pub struct PrintedText {
    /// The lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<PrintedLine>,
    /// How large the picture is.
    pub img_size: Option<ImageSize>,
}

/// A printed line.
#[endpoint(part)]
pub struct PrintedLine {
    /// What it says.
    pub text: String,
    /// Where it is.
    pub pos: Option<ImageCorners>,
}

/// Reads the number plate of a vehicle.
#[endpoint(POST "/cv/ocr/platenum", title = "车牌识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = PlateNumber, call = "wx.ocr().plate_number(picture)")]
pub struct ReadPlateNumber {
    /// The address of the picture.
    #[query]
    pub img_url: Option<String>,
    /// Or the picture.
    #[part]
    pub img: Option<FilePart>,
}

/// The number plate of a vehicle.
#[endpoint(part, reply_to(ReadPlateNumber))]
pub struct PlateNumber {
    /// Its number.
    pub number: Option<String>,
}

impl<'c, C: Caller + ?Sized> OcrHandle<'c, C> {
    /// Reads an identity card; see [`ReadIdCard`].
    pub fn id_card(&self, picture: impl Into<Picture>) -> Call<'c, C, ReadIdCard> {
        Call::new(self.caller, ReadIdCard::of(picture))
    }

    /// Reads a bank card; see [`ReadBankCard`].
    pub fn bank_card(&self, picture: impl Into<Picture>) -> Call<'c, C, ReadBankCard> {
        Call::new(self.caller, ReadBankCard::of(picture))
    }

    /// Reads a vehicle licence; see [`ReadVehicleLicense`].
    pub fn vehicle_license(&self, picture: impl Into<Picture>) -> Call<'c, C, ReadVehicleLicense> {
        Call::new(self.caller, ReadVehicleLicense::of(picture))
    }

    /// Reads a driver's licence; see [`ReadDriversLicense`].
    pub fn drivers_license(&self, picture: impl Into<Picture>) -> Call<'c, C, ReadDriversLicense> {
        Call::new(self.caller, ReadDriversLicense::of(picture))
    }

    /// Reads a business licence; see [`ReadBusinessLicense`].
    pub fn business_license(
        &self,
        picture: impl Into<Picture>,
    ) -> Call<'c, C, ReadBusinessLicense> {
        Call::new(self.caller, ReadBusinessLicense::of(picture))
    }

    /// Reads what is printed; see [`ReadPrint`].
    pub fn print(&self, picture: impl Into<Picture>) -> Call<'c, C, ReadPrint> {
        Call::new(self.caller, ReadPrint::of(picture))
    }

    /// Reads a number plate; see [`ReadPlateNumber`].
    pub fn plate_number(&self, picture: impl Into<Picture>) -> Call<'c, C, ReadPlateNumber> {
        Call::new(self.caller, ReadPlateNumber::of(picture))
    }
}
