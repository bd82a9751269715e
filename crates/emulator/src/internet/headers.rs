//! The head of an answer: its status and its headers.

use winsec_ffi::{
    ERROR_HTTP_HEADER_NOT_FOUND, ERROR_HTTP_INVALID_QUERY_REQUEST, ERROR_INSUFFICIENT_BUFFER,
    ERROR_INTERNET_INCORRECT_HANDLE_STATE, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER,
    HINTERNET, HTTP_QUERY, HTTP_QUERY_CACHE_CONTROL, HTTP_QUERY_CONNECTION,
    HTTP_QUERY_CONTENT_ENCODING, HTTP_QUERY_CONTENT_LENGTH, HTTP_QUERY_CONTENT_TYPE,
    HTTP_QUERY_CUSTOM, HTTP_QUERY_DATE, HTTP_QUERY_ETAG, HTTP_QUERY_EXPIRES,
    HTTP_QUERY_FLAG_NUMBER, HTTP_QUERY_LAST_MODIFIED, HTTP_QUERY_LOCATION,
    HTTP_QUERY_PROXY_AUTHENTICATE, HTTP_QUERY_RAW_HEADERS, HTTP_QUERY_RAW_HEADERS_CRLF,
    HTTP_QUERY_REQUEST_METHOD, HTTP_QUERY_RETRY_AFTER, HTTP_QUERY_SERVER, HTTP_QUERY_STATUS_CODE,
    HTTP_QUERY_STATUS_TEXT, HTTP_QUERY_TRANSFER_ENCODING, HTTP_QUERY_VERSION, HTTP_QUERY_VIA,
    HTTP_QUERY_WWW_AUTHENTICATE, WIN32_ERROR,
};

use super::{Exchange, check_request};
use crate::boundary::Visit;
use crate::memory::{Buffer, Out};
use crate::text::Text;

/// The header that an information level stands for.
const fn header(level: HTTP_QUERY) -> Option<&'static str> {
    Some(match level {
        HTTP_QUERY_CACHE_CONTROL => "Cache-Control",
        HTTP_QUERY_CONNECTION => "Connection",
        HTTP_QUERY_CONTENT_ENCODING => "Content-Encoding",
        HTTP_QUERY_CONTENT_LENGTH => "Content-Length",
        HTTP_QUERY_CONTENT_TYPE => "Content-Type",
        HTTP_QUERY_DATE => "Date",
        HTTP_QUERY_ETAG => "ETag",
        HTTP_QUERY_EXPIRES => "Expires",
        HTTP_QUERY_LAST_MODIFIED => "Last-Modified",
        HTTP_QUERY_LOCATION => "Location",
        HTTP_QUERY_PROXY_AUTHENTICATE => "Proxy-Authenticate",
        HTTP_QUERY_RETRY_AFTER => "Retry-After",
        HTTP_QUERY_SERVER => "Server",
        HTTP_QUERY_TRANSFER_ENCODING => "Transfer-Encoding",
        HTTP_QUERY_VIA => "Via",
        HTTP_QUERY_WWW_AUTHENTICATE => "WWW-Authenticate",
        _ => return None,
    })
}

/// All of the head, each line followed by `end`.
fn raw(exchange: &Exchange, end: &str) -> String {
    let mut lines = format!("HTTP/1.1 {} {}{end}", exchange.status, exchange.reason);
    for (name, value) in &exchange.headers {
        lines.push_str(&format!("{name}: {value}{end}"));
    }
    lines.push_str(end);
    lines
}

/// The value of the `index`th header of this name.
fn named(exchange: &Exchange, name: &str, index: u32) -> Option<String> {
    let same = |header: &&(String, String)| header.0.eq_ignore_ascii_case(name);
    let found = exchange.headers.iter().filter(same).nth(index as usize);
    found.map(|(_, value)| value.clone())
}

/// Gives a part of an answer's head, as text or as a number.
pub(crate) fn query_info(
    mut visit: Visit<'_>,
    handle: HINTERNET,
    level: HTTP_QUERY,
    custom: impl FnOnce() -> Option<Vec<u16>>,
    buffer: impl FnOnce(usize) -> Buffer,
    (length, index): (Out<u32>, Out<u32>),
) -> Result<(), WIN32_ERROR> {
    /// The bits of a level that say which information; the others say in which form.
    const LEVEL: u32 = 0xFFFF;
    let handle = check_request(&mut visit, handle)?;
    let room = length.get().ok_or(ERROR_INVALID_PARAMETER)?;
    let request = visit
        .state
        .internet
        .request(handle)
        .ok_or(ERROR_INVALID_HANDLE)?;
    let exchange = request
        .exchange
        .as_ref()
        .ok_or(ERROR_INTERNET_INCORRECT_HANDLE_STATE)?;
    let form = level.0 & !LEVEL;
    let which = index.get().unwrap_or(0);
    let mut is_header = false;
    let value = match HTTP_QUERY(level.0 & LEVEL) {
        HTTP_QUERY_STATUS_CODE => Some(exchange.status.to_string()),
        HTTP_QUERY_STATUS_TEXT => Some(exchange.reason.clone()),
        HTTP_QUERY_REQUEST_METHOD => Some(request.method.clone()),
        HTTP_QUERY_VERSION => Some("HTTP/1.1".to_owned()),
        HTTP_QUERY_RAW_HEADERS => Some(raw(exchange, "\0")),
        HTTP_QUERY_RAW_HEADERS_CRLF => Some(raw(exchange, "\r\n")),
        other => {
            is_header = true;
            // Only for one's own header does the buffer hold a name.
            let own = if other == HTTP_QUERY_CUSTOM {
                custom().map(|units| String::from_utf16_lossy(&units))
            } else {
                header(other).map(str::to_owned)
            };
            own.and_then(|name| named(exchange, &name, which))
        }
    };
    let value = value.ok_or(ERROR_HTTP_HEADER_NOT_FOUND)?;
    let buffer = buffer(room as usize);
    if form == HTTP_QUERY_FLAG_NUMBER.bits() {
        let number: u32 = value
            .trim()
            .parse()
            .map_err(|_| ERROR_HTTP_INVALID_QUERY_REQUEST)?;
        length.put(size_of_val(&number) as u32);
        if !buffer.put_value(number) {
            return Err(ERROR_INSUFFICIENT_BUFFER);
        }
    } else if form == 0 {
        let bytes = Text::Wide.encode(&value.encode_utf16().collect::<Vec<_>>());
        if buffer.len() < bytes.len() {
            length.put(bytes.len() as u32);
            return Err(ERROR_INSUFFICIENT_BUFFER);
        }
        buffer.put(&bytes);
        length.put((bytes.len() - Text::Wide.terminator()) as u32);
    } else {
        return Err(ERROR_HTTP_INVALID_QUERY_REQUEST);
    }
    if is_header {
        index.put(which.saturating_add(1));
    }
    Ok(())
}
