"""Eighteen answers as a planner types them: short, with accents, dashes, quotes and lists."""

ANSWERS = {
    "O1": "Đến năm 2030, kinh tế số chiếm khoảng 30% GDP; mạng 5G phủ 99% dân số.",
    "O2": "Bộ Khoa học và Công nghệ chủ trì – các tỉnh, nhà mạng cùng làm:\n- Viettel\n- “Quỹ viễn thông công ích”",
    "O3": "Ưu tiên xã đảo, vùng cao; mỗi thôn một điểm kết nối dùng chung.",
    "S1": "Mô hình trưởng thành số ba tầng: hạ tầng – dữ liệu – dịch vụ.",
    "S2": "Cần dữ liệu vùng phủ của nhà mạng, dữ liệu dân cư và bản đồ lưới điện.",
    "S3": "Dùng chung hạ tầng: một cột, nhiều nhà mạng… tiết kiệm 30% vốn đầu tư & bảo trì.",
    "M1": "Đo từng tầng bằng bộ chỉ số riêng, hằng năm, ở bộ, ngành và 34 tỉnh, thành.",
    "M2": "Ba bộ chỉ số đang dùng (DTI, ICT Index, PAPI) cho kết quả khác nhau.",
    "M3": "Giữ DTI làm gốc, quy đổi hai bộ còn lại; công bố cách quy đổi.",
    "W1": "Từ chỗ trống của vùng phủ suy ra thứ tự đầu tư, không theo doanh thu.",
    "W2": "Nơi nào thị trường tự làm được thì Nhà nước không làm thay.",
    "W3": "Kết luận rút ra: quy hoạch một lần, đầu tư nhiều đợt.",
    "A1": "Hộ gia đình vùng sâu được hỗ trợ máy và cước trong 24 tháng.",
    "A2": "Doanh nghiệp nhỏ dùng chung nền tảng thanh toán, trả theo mức dùng.",
    "A3": "Cán bộ xã được đào tạo lại kỹ năng số; học trực tuyến, thi tại chỗ.",
    "C1": "Sáng kiến gồm ba việc: phủ sóng, nối dữ liệu, mở dịch vụ.",
    "C2": "Người dân, doanh nghiệp và chính quyền xã cùng hưởng lợi.",
    "C3": "Bắt đầu từ 3 tỉnh miền núi; sau 12 tháng tổng kết <không đổi mục tiêu>.",
}
