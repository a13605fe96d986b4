#![no_main]
#![allow(dead_code, reason = "the program's modules, of which this needs one function")]
//! The command line's reader of JSON lines, for any bytes: one item for each line with something on it.

#[path = "../../src/bin/sourcelight/args.rs"]
mod args;
#[path = "../../src/bin/sourcelight/corrections.rs"]
mod corrections;
#[path = "../../src/bin/sourcelight/input.rs"]
mod input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut items = 0;
    let read = input::lines("fuzz", bytes, &mut |item| {
        items += 1;
        if let Err(failure) = item {
            assert!(failure.line.is_some() && !failure.error.is_empty());
        }
        Ok(())
    });
    assert!(matches!(read, Ok(Ok(()))));
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    assert_eq!(items, text.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count());
});
