//! Pictures of QR codes.

/// What the one QR code in a PNG says.
///
/// # Panics
/// If it is no PNG, or there is not exactly one code in it.
pub fn read(picture: &[u8]) -> String {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a picture that fits")];
    let frame = reader.next_frame(&mut pixels).expect("a whole PNG");
    let (width, samples) = (frame.width as usize, frame.color_type.samples());
    let grey = |x: usize, y: usize| pixels[y * frame.line_size + x * samples];
    let height = frame.height as usize;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    match &image.detect_grids()[..] {
        [code] => code.decode().expect("a readable code").1,
        codes => panic!("{} QR codes", codes.len()),
    }
}
