// The words of the section about what a slip says.
import { pairs } from "@web/i18n.ts";

export const t = pairs({
  logo: ["标志", "Logo"],
  logo_put: ["上传图片", "Choose a picture"],
  logo_away: ["去掉标志", "Remove the logo"],
  logo_put_in: ["标志已上传，保存后生效", "The logo is uploaded; save to use it"],
  head: ["厅名下面的一行", "A line under the hall's name"],
  foot: ["最下面的话", "Words at the foot"],
  lines: ["印哪些内容", "What is printed"],
  languages: ["语言", "Languages"],
  large: ["大字", "Large print"],
  preview: ["预览", "Preview"],
  paper: ["纸宽", "Paper"],
  customer: ["客户语言", "Customer's language"],
  customer_zh: ["中文", "Chinese"],
  customer_en: ["英文", "English"],
  drawing: ["正在画小票…", "Drawing the slip…"],
  no_preview: ["暂时画不出预览：{why}", "No preview just now: {why}"],
  picture: ["小票预览", "Preview of the slip"],
});
