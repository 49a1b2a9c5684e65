//! Inspections of cells, and who took part.

use crate::desk::Desk;

#[test]
fn an_inspection_is_recorded_amended_and_removed() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "log-inspection P1-03 --on 1/8/2018 --official TUV-06 --official \"mai xuân khoát\" --document 17-QĐ/UBKT",
        "log-inspection P1-03 --on 1/8/2018 --kind \"giám sát\" --lang vi",
        "log-inspection P1-03 --on 1/8/2018 --amend --official LDB-01 --document \"\" --lang vi",
        "log-inspection P1-03 --on 1/8/2018 --amend --official none",
        "log-inspection --list --cell P1-03 --lang vi",
        "log-inspection P1-03 --on 1/8/2018 --remove",
        "undo --lang vi",
        "history --cell P1-03 --since 1/1/2018 --lang vi",
    ]));
    let csv = desk.ok("log-inspection --list --format csv --period 8/2018");
    assert_eq!(
        csv,
        "on,cell,kind,officials,document\n2018-08-01,P1-03,inspection,none,\n2018-08-01,P1-03,supervision,none,\n"
    );
    let his = desk.ok("log-inspection --list --format csv --official TUV-06 --kind supervision");
    assert_eq!(his.lines().count(), 2, "{his}");
    assert!(his.contains("2018-06-21,P1-02,supervision,LDB-01;TUV-06,12-QĐ/UBKT"), "{his}");
    assert_eq!(desk.ok("check"), "");
}

#[test]
fn an_inspection_changes_no_figure_of_a_closed_month() {
    let desk = Desk::with_sample();
    desk.says("close 7/2018 --with-gaps");
    let before = desk.coverage("7/2018");
    desk.says("log-inspection P3-01 --on 20/7/2018 --official LDB-04");
    assert_eq!(desk.coverage("7/2018"), before);
}

#[test]
fn cell_and_officials_are_there_on_the_day_whatever_comes_later() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "official retire UBKT-01 --on 1/7/2018 --yes");
    assert!(
        said.contains(
            "The inspection of P3-06 Khu phố 6 on 2018-07-19 is on record; UBKT-01 Nguyễn Đăng Tường ("
        ),
        "{said}"
    );
    assert!(said.contains("chibo log-inspection P3-06 --on 2018-07-19 --remove"), "{said}");
    desk.says("official retire UBKT-01 --on 20/7/2018 --yes");
    desk.refuses(1, "log-inspection P3-06 --on 20/7/2018 --official UBKT-01");
    // A cell that is new cannot be taken back under an inspection.
    desk.says("cell add P1-08 \"Khu phố 8\" --committee P1 --founded 1/7/2018");
    desk.says("log-inspection P1-08 --on 2/7/2018 --official TUV-06");
    let said = desk.refuses(1, "undo 3");
    assert!(said.contains("log-inspection") || said.contains("the inspection of P1-08"), "{said}");
    // Nor does one come back under a life that has ended since.
    desk.says("log-inspection P1-08 --on 2/7/2018 --remove");
    desk.says("cell dissolve P1-08 --on 2/7/2018");
    desk.refuses(1, "undo 5");
    assert_eq!(desk.ok("check"), "");
}

#[test]
fn inspections_come_from_files_all_faults_at_once() {
    let desk = Desk::with_sample();
    desk.write(
        "kt.csv",
        "Chi bộ,Ngày kiểm tra,Hình thức,Số quyết định,Cán bộ tham gia\n\
         P1-04,12/7/2018,Giám sát,18-QĐ/UBKT,\"Đỗ Minh Quyền; TUV-06\"\n\
         P1-05,12/7/2018,kiểm tra,,không có\n",
    );
    desk.says("import kt.csv");
    let list = desk.ok("log-inspection --list --format csv --period 7/2018");
    assert!(list.contains("2018-07-12,P1-04,supervision,LDB-04;TUV-06,18-QĐ/UBKT\n"), "{list}");
    assert!(list.contains("2018-07-12,P1-05,inspection,none,\n"), "{list}");
    assert!(desk.says("import kt.csv").starts_with("Nothing changes"));
    desk.write(
        "inspections.csv",
        "cell,on,kind,document,officials\n\
         P1-04,2018-07-12,supervision,19-QĐ/UBKT,TUV-06\n\
         P1-05,2018-08-20,inspection,,TUV-06\n\
         P1-06,2016-01-01,thanh tra,,TUV-06\n\
         P1-07,2018-07-12,inspection,,TUV-06;TUV-06\n\
         P1-07,2015-01-12,inspection,,TUV-06;X-1\n\
         P2-01,2015-01-12,inspection,,TUV-06\n",
    );
    insta::assert_snapshot!(desk.refuses(3, "import inspections.csv"));
    // A file that ends an official too early is told of the inspection.
    desk.write("officials.csv", "code,active_until\nUBKT-01,1/7/2018\n");
    let said = desk.refuses(3, "import officials.csv --amend");
    assert!(said.contains("officials.csv:2"), "{said}");
}

#[test]
fn a_list_says_of_whom_nothing_is_recorded_that_it_is_not_recorded() {
    let desk = Desk::with_sample();
    desk.says("log-inspection P1-02 --on 7/8/2018");
    let list = "log-inspection --list --period 8/2018 --cell P1-02";
    let vietnamese = desk.ok(&format!("{list} --lang vi"));
    assert!(vietnamese.contains("chưa ghi") && !vietnamese.contains("không có"), "{vietnamese}");
    assert!(desk.ok(list).contains("not recorded"));
}
