//! Decoding of QR codes.

/// Decodes the only QR code in a PNG.
///
/// # Panics
/// If it is not a PNG, or does not contain exactly one code.
pub fn read(picture: &[u8]) -> String {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("an image that fits into memory")];
    let frame = reader.next_frame(&mut pixels).expect("a complete PNG");
    let (width, samples) = (frame.width as usize, frame.color_type.samples());
    let grey = |x: usize, y: usize| pixels[y * frame.line_size + x * samples];
    let height = frame.height as usize;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    match &image.detect_grids()[..] {
        [code] => code.decode().expect("a readable code").1,
        codes => panic!("{} QR codes", codes.len()),
    }
}
