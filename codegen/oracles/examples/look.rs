//! look
fn main() {
    let t = std::time::Instant::now();
    let a: Vec<String> = std::env::args().skip(2).collect();
    let m = std::env::args().nth(1).unwrap();
    let f = if m == "m" {
        let i = winsec_oracles::metadata::Index::new().unwrap();
        eprintln!("{:?}", t.elapsed());
        winsec_oracles::metadata::gather(
            &i,
            a.iter().map(String::as_str),
            std::path::Path::new("/tmp/orc/s"),
        )
        .unwrap()
    } else if m == "w" {
        let s =
            winsec_oracles::windows_sys::locate(std::path::Path::new("/work/wt/oracle")).unwrap();
        winsec_oracles::windows_sys::gather(&s, a.iter().map(String::as_str)).unwrap()
    } else {
        use winsec_oracles::c::*;
        let p: Vec<Probe> = a
            .iter()
            .map(|s| {
                let (k, n) = s.split_at(1);
                Probe {
                    name: n.to_owned(),
                    kind: match k {
                        "t" => ProbeKind::Type,
                        "i" => ProbeKind::Integer,
                        "p" => ProbeKind::Pointer,
                        "s" => ProbeKind::Text,
                        "g" => ProbeKind::Guid,
                        _ => ProbeKind::Function,
                    },
                }
            })
            .collect();
        let h: Vec<String> = ["sspi.h", "schannel.h", "wininet.h"]
            .iter()
            .map(|s| s.to_string())
            .collect();
        let mut f = winsec_oracles::fact::Facts::default();
        for c in compilers() {
            match c {
                Ok(c) => {
                    eprintln!("{c:?}");
                    f.extend(gather(&c, &p, &h, std::path::Path::new("/tmp/orc/s")).unwrap());
                    eprintln!("{:?}", t.elapsed());
                }
                Err(e) => eprintln!("{e}"),
            }
        }
        f
    };
    eprintln!("{:?}", t.elapsed());
    for (n, x) in f.iter() {
        println!("{n}: ");
        for x in x {
            println!("   {:?} {:?}", x.arches, x.kind)
        }
    }
}
