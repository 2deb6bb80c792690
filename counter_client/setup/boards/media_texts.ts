// The words of the section about pictures and films.
import { pairs } from "@web/i18n.ts";

export const t = pairs({
  choose: ["上传图片或影片", "Upload a picture or film"],
  choose_hint: ["PNG、JPG、WebP 图片，不超过 5 MB；MP4、WebM 影片，不超过 20 MB。可以拖到这里", "PNG, JPG or WebP pictures up to 5 MB; MP4 or WebM films up to 20 MB. You may drop them here"],
  sending: ["正在上传 {name}：{percent}%", "Sending {name}: {percent} %"],
  checking: ["正在检查 {name}…", "Checking {name}…"],
  failed: ["{name}：{why}", "{name}: {why}"],
  name: ["名称", "Name"],
  seconds: ["显示多久", "Shown for"],
  to_end: ["影片放到结束", "A film plays to its end"],
  film: ["影片", "Film"],
  picture: ["图片 · {seconds} 秒", "Picture · {seconds} s"],
  gone: ["找不到这个文件，请重新上传", "This file is missing; please upload it again"],
  unplayable: ["浏览器放不了这个影片，请转成 H.264 的 MP4 再上传", "A browser cannot play this film; please make it an H.264 MP4 and upload it again"],
  too_large: ["文件过大。图片不超过 5 MB，影片不超过 20 MB", "The file is too large. Pictures up to 5 MB, films up to 20 MB"],
});
