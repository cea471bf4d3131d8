//! Text recognition on pictures (OCR识别): cards, licences, number plates and print. `/cv/ocr/*`
//!
//! Each endpoint is free 100 times a day; more can be bought. They fail with 101000 when the
//! picture cannot be loaded, with 101001 when nothing was recognized, with 101002 when the quota is
//! used up.

use weixin_api::{Call, Caller, FilePart, StringEnum, endpoint, group};

use crate::picture::of_a_picture;
pub use crate::picture::{ImageCorners, ImagePoint, ImageSize, Picture};

group! {
    /// Text recognition on pictures (OCR识别).
    ocr: [
        ReadIdCard, ReadBankCard, ReadVehicleLicense, ReadDriversLicense, ReadBusinessLicense,
        ReadPrint, ReadPlateNumber,
    ]
}

of_a_picture! {
    ReadIdCard ReadBankCard ReadVehicleLicense ReadDriversLicense ReadBusinessLicense ReadPrint
    ReadPlateNumber
}

/// Reads an identity card (身份证识别).
///
/// Fails with 101000 when the picture cannot be loaded, with 101001 when there is no such document
/// on it, with 101002 when the account has no calls left and must buy more.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, FilePart, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let card = wx.ocr().id_card(FilePart::path("front.jpg")).await?;
/// println!("{:?} {:?}", card.name, card.id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cv/ocr/idcard", title = "身份证识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = IdCard, call = "wx.ocr().id_card(picture)")]
pub struct ReadIdCard {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// What one side of an identity card says.
#[endpoint(part, reply_to(ReadIdCard))]
pub struct IdCard {
    /// Which side it is.
    #[serde(rename = "type")]
    pub side: Option<IdCardSide>,
    /// The name (姓名). On the front.
    pub name: Option<String>,
    /// The number of the card (身份证号). On the front.
    pub id: Option<String>,
    /// The address (住址). On the front.
    pub addr: Option<String>,
    /// The sex, `男` or `女`. On the front.
    pub gender: Option<String>,
    /// The ethnic group (民族). On the front.
    pub nationality: Option<String>,
    /// The period of validity, as in `20171025-20271025`. On the back.
    pub valid_date: Option<String>,
}

/// A side of an identity card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum IdCardSide {
    /// The side with the portrait (人像面).
    #[string_enum(rename = "Front")]
    Front,
    /// The side with the national emblem (国徽面).
    #[string_enum(rename = "Back")]
    Back,
    /// A value that this version does not know.
    Other(String),
}

/// Reads a bank card (银行卡识别).
///
/// Fails with 101000 when the picture cannot be loaded, with 101001 when there is no such document
/// on it, with 101002 when the account has no calls left and must buy more.
#[endpoint(POST "/cv/ocr/bankcard", title = "银行卡识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = BankCard, call = "wx.ocr().bank_card(picture)")]
pub struct ReadBankCard {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// A bank card.
#[endpoint(part, reply_to(ReadBankCard))]
pub struct BankCard {
    /// The number of the card (卡号).
    pub number: Option<String>,
}

/// Reads a vehicle licence (行驶证识别).
///
/// Fails with 101000 when the picture cannot be loaded, with 101001 when there is no such document
/// on it, with 101002 when the account has no calls left and must buy more.
#[endpoint(POST "/cv/ocr/driving", title = "行驶证识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = VehicleLicense, call = "wx.ocr().vehicle_license(picture)")]
pub struct ReadVehicleLicense {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// What a vehicle licence says.
#[endpoint(part, reply_to(ReadVehicleLicense))]
pub struct VehicleLicense {
    /// The number plate (车牌号码).
    pub plate_num: Option<String>,
    /// The type of the vehicle (车辆类型).
    pub vehicle_type: Option<String>,
    /// The owner (所有人).
    pub owner: Option<String>,
    /// The address of the owner (住址).
    pub addr: Option<String>,
    /// The use of the vehicle (使用性质).
    pub use_character: Option<String>,
    /// Brand and model (品牌型号).
    pub model: Option<String>,
    /// The vehicle identification number (车辆识别代号).
    pub vin: Option<String>,
    /// The number of the engine (发动机号码).
    pub engine_num: Option<String>,
    /// The date of registration (注册日期), as in `2007-10-30`.
    pub register_date: Option<String>,
    /// The date of issue (发证日期), as in `2007-10-30`.
    pub issue_date: Option<String>,
    /// The number plate as the second page repeats it.
    pub plate_num_b: Option<String>,
    /// The number of the file (档案编号). On the second page.
    pub record: Option<String>,
    /// The approved number of passengers (核定载人数), as in `5人`.
    pub passengers_num: Option<String>,
    /// The total mass (总质量), as in `2000kg`.
    pub total_quality: Option<String>,
    /// The kerb mass (整备质量).
    pub prepare_quality: Option<String>,
    /// The outer dimensions (外廓尺寸), in millimetres.
    pub overall_size: Option<String>,
    /// The position of the front in the picture.
    pub card_position_front: Option<ImagePosition>,
    /// The position of the back in the picture.
    pub card_position_back: Option<ImagePosition>,
    /// The size of the picture.
    pub img_size: Option<ImageSize>,
}

/// A position in a picture.
#[endpoint(part)]
pub struct ImagePosition {
    /// The corners.
    pub pos: Option<ImageCorners>,
}

/// Reads a driver's licence (驾驶证识别).
///
/// Fails with 101000 when the picture cannot be loaded, with 101001 when there is no such document
/// on it, with 101002 when the account has no calls left and must buy more.
#[endpoint(POST "/cv/ocr/drivinglicense", title = "驾驶证识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = DriversLicense, call = "wx.ocr().drivers_license(picture)")]
pub struct ReadDriversLicense {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// What a driver's licence says.
#[endpoint(part, reply_to(ReadDriversLicense))]
pub struct DriversLicense {
    /// The number of the licence (证号).
    pub id_num: Option<String>,
    /// The name (姓名).
    pub name: Option<String>,
    /// The sex, `男` or `女`.
    pub sex: Option<String>,
    /// The nationality (国籍).
    pub nationality: Option<String>,
    /// The address (住址).
    pub address: Option<String>,
    /// The date of birth (出生日期), as in `1990-12-21`.
    pub birth_date: Option<String>,
    /// The date of first issue (初次领证日期), as in `2012-12-21`.
    pub issue_date: Option<String>,
    /// The class of vehicles (准驾车型), as in `C1`.
    pub car_class: Option<String>,
    /// The first day of validity, as in `2018-07-06`.
    pub valid_from: Option<String>,
    /// The last day of validity, as in `2020-07-01`.
    pub valid_to: Option<String>,
    /// The text of the seal (印章文字).
    pub official_seal: Option<String>,
}

/// Reads a business licence (营业执照识别).
///
/// Fails with 101000 when the picture cannot be loaded, with 101001 when there is no such document
/// on it, with 101002 when the account has no calls left and must buy more.
#[endpoint(POST "/cv/ocr/bizlicense", title = "营业执照识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = BusinessLicense, call = "wx.ocr().business_license(picture)")]
pub struct ReadBusinessLicense {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// What a business licence says.
#[endpoint(part, reply_to(ReadBusinessLicense))]
pub struct BusinessLicense {
    /// The registration number (注册号).
    pub reg_num: Option<String>,
    /// The serial number of the document (编号).
    pub serial: Option<String>,
    /// The legal representative (法定代表人).
    pub legal_representative: Option<String>,
    /// The name of the enterprise (企业名称).
    pub enterprise_name: Option<String>,
    /// The form of organization (组成形式).
    pub type_of_organization: Option<String>,
    /// The type of the enterprise (企业类型).
    pub type_of_enterprise: Option<String>,
    /// The place of business (经营场所).
    pub address: Option<String>,
    /// The business scope (经营范围).
    pub business_scope: Option<String>,
    /// The registered capital (注册资本).
    pub registered_capital: Option<String>,
    /// The paid-in capital (实收资本).
    pub paid_in_capital: Option<String>,
    /// The period of validity (营业期限).
    pub valid_period: Option<String>,
    /// The date of registration (注册日期/成立日期).
    pub registered_date: Option<String>,
    /// The position of the licence in the picture.
    pub cert_position: Option<ImagePosition>,
    /// The size of the picture.
    pub img_size: Option<ImageSize>,
}

/// Reads printed text (通用印刷体识别).
///
/// Fails with 101000 when the picture cannot be loaded, with 101002 when the account has no calls
/// left and must buy more.
#[endpoint(POST "/cv/ocr/comm", title = "通用印刷体识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = PrintedText, call = "wx.ocr().print(picture)")]
pub struct ReadPrint {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// The printed text on a picture.
#[endpoint(part, reply_to(ReadPrint))]
pub struct PrintedText {
    /// The lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<PrintedLine>,
    /// The size of the picture.
    pub img_size: Option<ImageSize>,
}

/// A line of printed text.
#[endpoint(part)]
pub struct PrintedLine {
    /// The text of the line.
    pub text: String,
    /// The corners of the line.
    pub pos: Option<ImageCorners>,
}

/// Reads the number plate of a vehicle (车牌识别).
///
/// Fails with 101000 when the picture cannot be loaded, with 101002 when the account has no calls
/// left and must buy more.
#[endpoint(POST "/cv/ocr/platenum", title = "车牌识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html",
    scope(official, mini), reply = PlateNumber, call = "wx.ocr().plate_number(picture)")]
pub struct ReadPlateNumber {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// The number plate on a picture.
#[endpoint(part, reply_to(ReadPlateNumber))]
pub struct PlateNumber {
    /// The number.
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
