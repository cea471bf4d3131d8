//! Image processing (图像处理): cropping, reading codes, enlarging. `/cv/img/*`

use weixin_api::{Call, Caller, FilePart, StringEnum, endpoint, group};
use weixin_protocol::MediaId;

use crate::picture::of_a_picture;
pub use crate::picture::{ImageCorners, ImagePoint, ImageSize, Picture};

group! {
    /// Image processing (图像处理).
    images: [CropImage, ScanImage, EnlargeImage]
}

of_a_picture! { CropImage ScanImage EnlargeImage }

/// Returns how a picture is best cropped (图片智能裁剪).
///
/// Fails with 101000 when the picture cannot be loaded, with 101002 when the account has no calls
/// left and must buy more.
#[endpoint(POST "/cv/img/aicrop", title = "图片智能裁剪",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html#%E5%9B%9B%E3%80%81%E5%9B%BE%E7%89%87%E6%99%BA%E8%83%BD%E8%A3%81%E5%89%AA%E6%8E%A5%E5%8F%A3",
    scope(official, mini), reply = ImageCrops, call = "wx.images().crop(picture)")]
pub struct CropImage {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
    /// The wanted ratios of width to height, up to five, as in `1,2.35`. `None`: the best one.
    #[part]
    pub ratios: Option<String>,
}

/// The best crops of a picture.
#[endpoint(part, reply_to(CropImage))]
pub struct ImageCrops {
    /// One crop for each ratio.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<ImageCrop>,
    /// The size of the picture.
    pub img_size: Option<ImageSize>,
}

/// A crop of a picture, in pixels from the upper left corner.
#[endpoint(part)]
pub struct ImageCrop {
    /// The left edge of the crop.
    pub crop_left: f64,
    /// The upper edge of the crop.
    pub crop_top: f64,
    /// The right edge of the crop.
    pub crop_right: f64,
    /// The lower edge of the crop.
    pub crop_bottom: f64,
}

/// Reads the QR codes and bar codes on a picture (二维码/条码识别).
///
/// Fails with 101000 when the picture cannot be loaded, with 101002 when the account has no calls
/// left and must buy more.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// for code in wx.images().scan("https://example.com/parcel.jpg").await?.code_results {
///     println!("{}: {:?}", code.type_name, code.data);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cv/img/qrcode", title = "二维码/条码识别",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html#%E4%BA%8C%E3%80%81%E4%BA%8C%E7%BB%B4%E7%A0%81-%E6%9D%A1%E7%A0%81%E8%AF%86%E5%88%AB%E6%8E%A5%E5%8F%A3",
    scope(official, mini), reply = ImageCodes, call = "wx.images().scan(picture)")]
pub struct ScanImage {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// The codes on a picture.
#[endpoint(part, reply_to(ScanImage))]
pub struct ImageCodes {
    /// The codes that were found; empty if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code_results: Vec<ImageCode>,
    /// The size of the picture.
    pub img_size: Option<ImageSize>,
}

/// A code on a picture.
#[endpoint(part)]
pub struct ImageCode {
    /// The symbology of the code.
    pub type_name: CodeSymbology,
    /// The content of the code.
    pub data: Option<String>,
    /// The corners of the code. Only for QR codes.
    pub pos: Option<ImageCorners>,
}

/// The symbology of a code: what kind of QR or bar code it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CodeSymbology {
    /// A QR code.
    #[string_enum(rename = "QR_CODE")]
    QrCode,
    /// An EAN-13 bar code, as on goods.
    #[string_enum(rename = "EAN_13")]
    Ean13,
    /// A Code 128 bar code.
    #[string_enum(rename = "CODE_128")]
    Code128,
    /// A value that this version does not know.
    Other(String),
}

/// Doubles the width and height of a picture, with more detail (图片高清化).
///
/// Fails with 101000 when the picture cannot be loaded, with 101002 when the account has no calls
/// left and must buy more.
#[endpoint(POST "/cv/img/superresolution", title = "图片高清化",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html#%E4%B8%89%E3%80%81%E5%9B%BE%E7%89%87%E9%AB%98%E6%B8%85%E5%8C%96%E6%8E%A5%E5%8F%A3",
    scope(official, mini), reply = EnlargedImage, call = "wx.images().enlarge(picture)")]
pub struct EnlargeImage {
    /// The address of the picture. Either this or `img` is given.
    #[query]
    pub img_url: Option<String>,
    /// The picture as a file, up to 2 MB. Either this or `img_url` is given.
    #[part]
    pub img: Option<FilePart>,
}

/// An enlarged picture.
#[endpoint(part, reply_to(EnlargeImage))]
pub struct EnlargedImage {
    /// The picture as temporary media; [`GetMedia`](crate::media::GetMedia) downloads it.
    pub media_id: MediaId,
}

impl<'c, C: Caller + ?Sized> ImagesHandle<'c, C> {
    /// Returns how a picture is best cropped; see [`CropImage`].
    pub fn crop(&self, picture: impl Into<Picture>) -> Call<'c, C, CropImage> {
        Call::new(self.caller, CropImage::of(picture))
    }

    /// Reads the codes on a picture; see [`ScanImage`].
    pub fn scan(&self, picture: impl Into<Picture>) -> Call<'c, C, ScanImage> {
        Call::new(self.caller, ScanImage::of(picture))
    }

    /// Enlarges a picture; see [`EnlargeImage`].
    pub fn enlarge(&self, picture: impl Into<Picture>) -> Call<'c, C, EnlargeImage> {
        Call::new(self.caller, EnlargeImage::of(picture))
    }
}
