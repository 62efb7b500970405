// Generated from schemas/project.schema.json by `npm run generate`. Do not edit.
// @ts-nocheck
import type { SchemaFailure } from "./SchemaFailure.ts";

const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Bitlaw project file","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string"},"extends":{"anyOf":[{"type":"string","pattern":"\\S"},{"type":"array","items":{"type":"string","pattern":"\\S"}}]},"rules":{"$ref":"#/definitions/rules"},"declare":{"$ref":"#/definitions/declare"},"laws":{"$ref":"#/definitions/laws"},"thresholds":{"$ref":"#/definitions/thresholds"},"ignore":{"type":"array","items":{"type":"string","pattern":"\\S"}},"suppressions":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rules"],"properties":{"files":{"type":"array","items":{"type":"string","pattern":"\\S"}},"rules":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/rule"}},"key":{"type":"string","pattern":"\\S"},"reason":{"type":"string","pattern":"\\S"}}}},"overrides":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["files"],"properties":{"files":{"type":"array","items":{"type":"string","pattern":"\\S"}},"rules":{"$ref":"#/definitions/rules"},"declare":{"$ref":"#/definitions/declare"},"laws":{"$ref":"#/definitions/laws"},"thresholds":{"$ref":"#/definitions/thresholds"}}}}},"definitions":{"severity":{"enum":["off","hint","information","warning","error"]},"rule":{"enum":["overtrained-for-format","overtrained-for-quantization","sub-4-bit-training","sub-4-bit-quantization","predicted-divergence","suboptimal-precision","suboptimal-float-layout","coarse-scaling","unstable-format","missing-high-precision-layers","single-seed-comparison","low-precision-state","low-precision-accumulation","conflicting-precision","quantized-base-full-finetune","compute-dtype-mismatch","loss-scaling","inactive-precision","unsupported-format","group-size-mismatch","inconsistent-architecture","over-compute-budget","unusable-value","duplicate-key","companion-disagrees","unread-companion","unknown-precision-value","misread-number","unknown-declaration","unused-suppression","unknown-suppression","invalid-project-file"]},"rules":{"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"additionalProperties":{"$ref":"#/definitions/severity"}},"declare":{"type":"object","propertyNames":{"enum":["parameters","active_parameters","non_embedding_parameters","tokens","pretraining_tokens","compute_budget","world_size","sequence_length","weights","activations","kv_cache","quantization","method","measured","hardware","stage","accelerate_config"]},"properties":{"measured":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}},"additionalProperties":{"type":["string","number"]}},"laws":{"type":"object","additionalProperties":false,"properties":{"use":{"type":"array","items":{"type":"string","pattern":"\\S"}},"files":{"type":"array","items":{"type":"string","pattern":"\\S"}}}},"thresholds":{"type":"object","propertyNames":{"enum":["overtrained-for-format","overtrained-for-quantization","sub-4-bit-quantization","suboptimal-precision","suboptimal-float-layout","coarse-scaling","low-precision-accumulation","inconsistent-architecture","over-compute-budget"]},"properties":{"overtrained-for-format":{"type":"object","additionalProperties":false,"properties":{"excess":{"type":"number","minimum":1,"maximum":1000,"default":1}}},"overtrained-for-quantization":{"type":"object","additionalProperties":false,"properties":{"excess":{"type":"number","minimum":1,"maximum":1000,"default":1}}},"sub-4-bit-quantization":{"type":"object","additionalProperties":false,"properties":{"risk":{"type":"number","minimum":0,"maximum":1,"default":0.05}}},"suboptimal-precision":{"type":"object","additionalProperties":false,"properties":{"gain":{"type":"number","minimum":0,"maximum":1,"default":0.005}}},"suboptimal-float-layout":{"type":"object","additionalProperties":false,"properties":{"excess":{"type":"number","minimum":1,"maximum":1000,"default":1}}},"coarse-scaling":{"type":"object","additionalProperties":false,"properties":{"gain":{"type":"number","minimum":0,"maximum":1,"default":0.005}}},"low-precision-accumulation":{"type":"object","additionalProperties":false,"properties":{"error":{"type":"number","minimum":0,"maximum":1,"default":0.01}}},"inconsistent-architecture":{"type":"object","additionalProperties":false,"properties":{"tolerance":{"type":"number","minimum":0,"maximum":0.9,"default":0.1}}},"over-compute-budget":{"type":"object","additionalProperties":false,"properties":{"excess":{"type":"number","minimum":1,"maximum":1000,"default":1.05}}}}}}};
const schema15 = {"type":"object","propertyNames":{"enum":["parameters","active_parameters","non_embedding_parameters","tokens","pretraining_tokens","compute_budget","world_size","sequence_length","weights","activations","kv_cache","quantization","method","measured","hardware","stage","accelerate_config"]},"properties":{"measured":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}},"additionalProperties":{"type":["string","number"]}};
const schema16 = {"type":"object","additionalProperties":false,"properties":{"use":{"type":"array","items":{"type":"string","pattern":"\\S"}},"files":{"type":"array","items":{"type":"string","pattern":"\\S"}}}};
const schema17 = {"type":"object","propertyNames":{"enum":["overtrained-for-format","overtrained-for-quantization","sub-4-bit-quantization","suboptimal-precision","suboptimal-float-layout","coarse-scaling","low-precision-accumulation","inconsistent-architecture","over-compute-budget"]},"properties":{"overtrained-for-format":{"type":"object","additionalProperties":false,"properties":{"excess":{"type":"number","minimum":1,"maximum":1000,"default":1}}},"overtrained-for-quantization":{"type":"object","additionalProperties":false,"properties":{"excess":{"type":"number","minimum":1,"maximum":1000,"default":1}}},"sub-4-bit-quantization":{"type":"object","additionalProperties":false,"properties":{"risk":{"type":"number","minimum":0,"maximum":1,"default":0.05}}},"suboptimal-precision":{"type":"object","additionalProperties":false,"properties":{"gain":{"type":"number","minimum":0,"maximum":1,"default":0.005}}},"suboptimal-float-layout":{"type":"object","additionalProperties":false,"properties":{"excess":{"type":"number","minimum":1,"maximum":1000,"default":1}}},"coarse-scaling":{"type":"object","additionalProperties":false,"properties":{"gain":{"type":"number","minimum":0,"maximum":1,"default":0.005}}},"low-precision-accumulation":{"type":"object","additionalProperties":false,"properties":{"error":{"type":"number","minimum":0,"maximum":1,"default":0.01}}},"inconsistent-architecture":{"type":"object","additionalProperties":false,"properties":{"tolerance":{"type":"number","minimum":0,"maximum":0.9,"default":0.1}}},"over-compute-budget":{"type":"object","additionalProperties":false,"properties":{"excess":{"type":"number","minimum":1,"maximum":1000,"default":1.05}}}}};
const schema13 = {"enum":["overtrained-for-format","overtrained-for-quantization","sub-4-bit-training","sub-4-bit-quantization","predicted-divergence","suboptimal-precision","suboptimal-float-layout","coarse-scaling","unstable-format","missing-high-precision-layers","single-seed-comparison","low-precision-state","low-precision-accumulation","conflicting-precision","quantized-base-full-finetune","compute-dtype-mismatch","loss-scaling","inactive-precision","unsupported-format","group-size-mismatch","inconsistent-architecture","over-compute-budget","unusable-value","duplicate-key","companion-disagrees","unread-companion","unknown-precision-value","misread-number","unknown-declaration","unused-suppression","unknown-suppression","invalid-project-file"]};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");
const schema12 = {"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"additionalProperties":{"$ref":"#/definitions/severity"}};
const schema14 = {"enum":["off","hint","information","warning","error"]};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(!((((((((((((((((((((((((((((((((key0 === "overtrained-for-format") || (key0 === "overtrained-for-quantization")) || (key0 === "sub-4-bit-training")) || (key0 === "sub-4-bit-quantization")) || (key0 === "predicted-divergence")) || (key0 === "suboptimal-precision")) || (key0 === "suboptimal-float-layout")) || (key0 === "coarse-scaling")) || (key0 === "unstable-format")) || (key0 === "missing-high-precision-layers")) || (key0 === "single-seed-comparison")) || (key0 === "low-precision-state")) || (key0 === "low-precision-accumulation")) || (key0 === "conflicting-precision")) || (key0 === "quantized-base-full-finetune")) || (key0 === "compute-dtype-mismatch")) || (key0 === "loss-scaling")) || (key0 === "inactive-precision")) || (key0 === "unsupported-format")) || (key0 === "group-size-mismatch")) || (key0 === "inconsistent-architecture")) || (key0 === "over-compute-budget")) || (key0 === "unusable-value")) || (key0 === "duplicate-key")) || (key0 === "companion-disagrees")) || (key0 === "unread-companion")) || (key0 === "unknown-precision-value")) || (key0 === "misread-number")) || (key0 === "unknown-declaration")) || (key0 === "unused-suppression")) || (key0 === "unknown-suppression")) || (key0 === "invalid-project-file"))){
const err0 = {instancePath,schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(!(((((data0 === "off") || (data0 === "hint")) || (data0 === "information")) || (data0 === "warning")) || (data0 === "error"))){
const err2 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema14.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.extends !== undefined){
let data1 = data.extends;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err4 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err7 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.rules !== undefined){
if(!(validate11(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.declare !== undefined){
let data4 = data.declare;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
const _errs16 = errors;
if(!(((((((((((((((((key1 === "parameters") || (key1 === "active_parameters")) || (key1 === "non_embedding_parameters")) || (key1 === "tokens")) || (key1 === "pretraining_tokens")) || (key1 === "compute_budget")) || (key1 === "world_size")) || (key1 === "sequence_length")) || (key1 === "weights")) || (key1 === "activations")) || (key1 === "kv_cache")) || (key1 === "quantization")) || (key1 === "method")) || (key1 === "measured")) || (key1 === "hardware")) || (key1 === "stage")) || (key1 === "accelerate_config"))){
const err8 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/propertyNames/enum",keyword:"enum",params:{allowedValues: schema15.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid5 = _errs16 === errors;
if(!valid5){
const err9 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key2 in data4){
if(!(key2 === "measured")){
let data5 = data4[key2];
if((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))){
const err10 = {instancePath:instancePath+"/declare/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/declare/additionalProperties/type",keyword:"type",params:{type: schema15.additionalProperties.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data4.measured !== undefined){
let data6 = data4.measured;
const _errs21 = errors;
let valid8 = false;
const _errs22 = errors;
if(typeof data6 !== "string"){
const err11 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs22 === errors;
valid8 = valid8 || _valid1;
if(!valid8){
const _errs24 = errors;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(typeof data6[i1] !== "string"){
const err12 = {instancePath:instancePath+"/declare/measured/" + i1,schemaPath:"#/definitions/declare/properties/measured/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid8 = valid8 || _valid1;
}
if(!valid8){
const err14 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.laws !== undefined){
let data8 = data.laws;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!((key3 === "use") || (key3 === "files"))){
const err16 = {instancePath:instancePath+"/laws",schemaPath:"#/definitions/laws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data8.use !== undefined){
let data9 = data8.use;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err17 = {instancePath:instancePath+"/laws/use/" + i2,schemaPath:"#/definitions/laws/properties/use/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/laws/use/" + i2,schemaPath:"#/definitions/laws/properties/use/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/laws/use",schemaPath:"#/definitions/laws/properties/use/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.files !== undefined){
let data11 = data8.files;
if(Array.isArray(data11)){
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
let data12 = data11[i3];
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
const err20 = {instancePath:instancePath+"/laws/files/" + i3,schemaPath:"#/definitions/laws/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/laws/files/" + i3,schemaPath:"#/definitions/laws/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/laws/files",schemaPath:"#/definitions/laws/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/laws",schemaPath:"#/definitions/laws/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.thresholds !== undefined){
let data13 = data.thresholds;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key4 in data13){
const _errs43 = errors;
if(!(((((((((key4 === "overtrained-for-format") || (key4 === "overtrained-for-quantization")) || (key4 === "sub-4-bit-quantization")) || (key4 === "suboptimal-precision")) || (key4 === "suboptimal-float-layout")) || (key4 === "coarse-scaling")) || (key4 === "low-precision-accumulation")) || (key4 === "inconsistent-architecture")) || (key4 === "over-compute-budget"))){
const err24 = {instancePath:instancePath+"/thresholds",schemaPath:"#/definitions/thresholds/propertyNames/enum",keyword:"enum",params:{allowedValues: schema17.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key4};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var valid18 = _errs43 === errors;
if(!valid18){
const err25 = {instancePath:instancePath+"/thresholds",schemaPath:"#/definitions/thresholds/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data13["overtrained-for-format"] !== undefined){
let data14 = data13["overtrained-for-format"];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key5 in data14){
if(!(key5 === "excess")){
const err26 = {instancePath:instancePath+"/thresholds/overtrained-for-format",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data14.excess !== undefined){
let data15 = data14.excess;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1000 || isNaN(data15)){
const err27 = {instancePath:instancePath+"/thresholds/overtrained-for-format/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/properties/excess/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err28 = {instancePath:instancePath+"/thresholds/overtrained-for-format/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/properties/excess/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/thresholds/overtrained-for-format/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/properties/excess/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/thresholds/overtrained-for-format",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data13["overtrained-for-quantization"] !== undefined){
let data16 = data13["overtrained-for-quantization"];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key6 in data16){
if(!(key6 === "excess")){
const err31 = {instancePath:instancePath+"/thresholds/overtrained-for-quantization",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data16.excess !== undefined){
let data17 = data16.excess;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 1000 || isNaN(data17)){
const err32 = {instancePath:instancePath+"/thresholds/overtrained-for-quantization/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/properties/excess/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data17 < 1 || isNaN(data17)){
const err33 = {instancePath:instancePath+"/thresholds/overtrained-for-quantization/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/properties/excess/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/thresholds/overtrained-for-quantization/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/properties/excess/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/thresholds/overtrained-for-quantization",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data13["sub-4-bit-quantization"] !== undefined){
let data18 = data13["sub-4-bit-quantization"];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key7 in data18){
if(!(key7 === "risk")){
const err36 = {instancePath:instancePath+"/thresholds/sub-4-bit-quantization",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data18.risk !== undefined){
let data19 = data18.risk;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 1 || isNaN(data19)){
const err37 = {instancePath:instancePath+"/thresholds/sub-4-bit-quantization/risk",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/properties/risk/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data19 < 0 || isNaN(data19)){
const err38 = {instancePath:instancePath+"/thresholds/sub-4-bit-quantization/risk",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/properties/risk/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/thresholds/sub-4-bit-quantization/risk",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/properties/risk/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/thresholds/sub-4-bit-quantization",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13["suboptimal-precision"] !== undefined){
let data20 = data13["suboptimal-precision"];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key8 in data20){
if(!(key8 === "gain")){
const err41 = {instancePath:instancePath+"/thresholds/suboptimal-precision",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data20.gain !== undefined){
let data21 = data20.gain;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1 || isNaN(data21)){
const err42 = {instancePath:instancePath+"/thresholds/suboptimal-precision/gain",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/properties/gain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err43 = {instancePath:instancePath+"/thresholds/suboptimal-precision/gain",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/properties/gain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/thresholds/suboptimal-precision/gain",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/properties/gain/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/thresholds/suboptimal-precision",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data13["suboptimal-float-layout"] !== undefined){
let data22 = data13["suboptimal-float-layout"];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key9 in data22){
if(!(key9 === "excess")){
const err46 = {instancePath:instancePath+"/thresholds/suboptimal-float-layout",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data22.excess !== undefined){
let data23 = data22.excess;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 1000 || isNaN(data23)){
const err47 = {instancePath:instancePath+"/thresholds/suboptimal-float-layout/excess",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/properties/excess/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/thresholds/suboptimal-float-layout/excess",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/properties/excess/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/thresholds/suboptimal-float-layout/excess",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/properties/excess/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/thresholds/suboptimal-float-layout",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data13["coarse-scaling"] !== undefined){
let data24 = data13["coarse-scaling"];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key10 in data24){
if(!(key10 === "gain")){
const err51 = {instancePath:instancePath+"/thresholds/coarse-scaling",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data24.gain !== undefined){
let data25 = data24.gain;
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 1 || isNaN(data25)){
const err52 = {instancePath:instancePath+"/thresholds/coarse-scaling/gain",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/properties/gain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data25 < 0 || isNaN(data25)){
const err53 = {instancePath:instancePath+"/thresholds/coarse-scaling/gain",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/properties/gain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/thresholds/coarse-scaling/gain",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/properties/gain/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/thresholds/coarse-scaling",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data13["low-precision-accumulation"] !== undefined){
let data26 = data13["low-precision-accumulation"];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key11 in data26){
if(!(key11 === "error")){
const err56 = {instancePath:instancePath+"/thresholds/low-precision-accumulation",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data26.error !== undefined){
let data27 = data26.error;
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 1 || isNaN(data27)){
const err57 = {instancePath:instancePath+"/thresholds/low-precision-accumulation/error",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/properties/error/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data27 < 0 || isNaN(data27)){
const err58 = {instancePath:instancePath+"/thresholds/low-precision-accumulation/error",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/properties/error/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/thresholds/low-precision-accumulation/error",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/properties/error/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/thresholds/low-precision-accumulation",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data13["inconsistent-architecture"] !== undefined){
let data28 = data13["inconsistent-architecture"];
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key12 in data28){
if(!(key12 === "tolerance")){
const err61 = {instancePath:instancePath+"/thresholds/inconsistent-architecture",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data28.tolerance !== undefined){
let data29 = data28.tolerance;
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 0.9 || isNaN(data29)){
const err62 = {instancePath:instancePath+"/thresholds/inconsistent-architecture/tolerance",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/properties/tolerance/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.9},message:"must be <= 0.9"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data29 < 0 || isNaN(data29)){
const err63 = {instancePath:instancePath+"/thresholds/inconsistent-architecture/tolerance",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/properties/tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/thresholds/inconsistent-architecture/tolerance",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/properties/tolerance/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/thresholds/inconsistent-architecture",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data13["over-compute-budget"] !== undefined){
let data30 = data13["over-compute-budget"];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key13 in data30){
if(!(key13 === "excess")){
const err66 = {instancePath:instancePath+"/thresholds/over-compute-budget",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data30.excess !== undefined){
let data31 = data30.excess;
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 1000 || isNaN(data31)){
const err67 = {instancePath:instancePath+"/thresholds/over-compute-budget/excess",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/properties/excess/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err68 = {instancePath:instancePath+"/thresholds/over-compute-budget/excess",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/properties/excess/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/thresholds/over-compute-budget/excess",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/properties/excess/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/thresholds/over-compute-budget",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/thresholds",schemaPath:"#/definitions/thresholds/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.ignore !== undefined){
let data32 = data.ignore;
if(Array.isArray(data32)){
const len4 = data32.length;
for(let i4=0; i4<len4; i4++){
let data33 = data32[i4];
if(typeof data33 === "string"){
if(!pattern0.test(data33)){
const err72 = {instancePath:instancePath+"/ignore/" + i4,schemaPath:"#/properties/ignore/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/ignore/" + i4,schemaPath:"#/properties/ignore/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.suppressions !== undefined){
let data34 = data.suppressions;
if(Array.isArray(data34)){
const len5 = data34.length;
for(let i5=0; i5<len5; i5++){
let data35 = data34[i5];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.rules === undefined){
const err75 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key14 in data35){
if(!((((key14 === "files") || (key14 === "rules")) || (key14 === "key")) || (key14 === "reason"))){
const err76 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data35.files !== undefined){
let data36 = data35.files;
if(Array.isArray(data36)){
const len6 = data36.length;
for(let i6=0; i6<len6; i6++){
let data37 = data36[i6];
if(typeof data37 === "string"){
if(!pattern0.test(data37)){
const err77 = {instancePath:instancePath+"/suppressions/" + i5+"/files/" + i6,schemaPath:"#/properties/suppressions/items/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/suppressions/" + i5+"/files/" + i6,schemaPath:"#/properties/suppressions/items/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath:instancePath+"/suppressions/" + i5+"/files",schemaPath:"#/properties/suppressions/items/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data35.rules !== undefined){
let data38 = data35.rules;
if(Array.isArray(data38)){
if(data38.length < 1){
const err80 = {instancePath:instancePath+"/suppressions/" + i5+"/rules",schemaPath:"#/properties/suppressions/items/properties/rules/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
const len7 = data38.length;
for(let i7=0; i7<len7; i7++){
let data39 = data38[i7];
if(!((((((((((((((((((((((((((((((((data39 === "overtrained-for-format") || (data39 === "overtrained-for-quantization")) || (data39 === "sub-4-bit-training")) || (data39 === "sub-4-bit-quantization")) || (data39 === "predicted-divergence")) || (data39 === "suboptimal-precision")) || (data39 === "suboptimal-float-layout")) || (data39 === "coarse-scaling")) || (data39 === "unstable-format")) || (data39 === "missing-high-precision-layers")) || (data39 === "single-seed-comparison")) || (data39 === "low-precision-state")) || (data39 === "low-precision-accumulation")) || (data39 === "conflicting-precision")) || (data39 === "quantized-base-full-finetune")) || (data39 === "compute-dtype-mismatch")) || (data39 === "loss-scaling")) || (data39 === "inactive-precision")) || (data39 === "unsupported-format")) || (data39 === "group-size-mismatch")) || (data39 === "inconsistent-architecture")) || (data39 === "over-compute-budget")) || (data39 === "unusable-value")) || (data39 === "duplicate-key")) || (data39 === "companion-disagrees")) || (data39 === "unread-companion")) || (data39 === "unknown-precision-value")) || (data39 === "misread-number")) || (data39 === "unknown-declaration")) || (data39 === "unused-suppression")) || (data39 === "unknown-suppression")) || (data39 === "invalid-project-file"))){
const err81 = {instancePath:instancePath+"/suppressions/" + i5+"/rules/" + i7,schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/suppressions/" + i5+"/rules",schemaPath:"#/properties/suppressions/items/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data35.key !== undefined){
let data40 = data35.key;
if(typeof data40 === "string"){
if(!pattern0.test(data40)){
const err83 = {instancePath:instancePath+"/suppressions/" + i5+"/key",schemaPath:"#/properties/suppressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/suppressions/" + i5+"/key",schemaPath:"#/properties/suppressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data35.reason !== undefined){
let data41 = data35.reason;
if(typeof data41 === "string"){
if(!pattern0.test(data41)){
const err85 = {instancePath:instancePath+"/suppressions/" + i5+"/reason",schemaPath:"#/properties/suppressions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/suppressions/" + i5+"/reason",schemaPath:"#/properties/suppressions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data.overrides !== undefined){
let data42 = data.overrides;
if(Array.isArray(data42)){
const len8 = data42.length;
for(let i8=0; i8<len8; i8++){
let data43 = data42[i8];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.files === undefined){
const err89 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
for(const key15 in data43){
if(!(((((key15 === "files") || (key15 === "rules")) || (key15 === "declare")) || (key15 === "laws")) || (key15 === "thresholds"))){
const err90 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data43.files !== undefined){
let data44 = data43.files;
if(Array.isArray(data44)){
const len9 = data44.length;
for(let i9=0; i9<len9; i9++){
let data45 = data44[i9];
if(typeof data45 === "string"){
if(!pattern0.test(data45)){
const err91 = {instancePath:instancePath+"/overrides/" + i8+"/files/" + i9,schemaPath:"#/properties/overrides/items/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/overrides/" + i8+"/files/" + i9,schemaPath:"#/properties/overrides/items/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/overrides/" + i8+"/files",schemaPath:"#/properties/overrides/items/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data43.rules !== undefined){
if(!(validate11(data43.rules, {instancePath:instancePath+"/overrides/" + i8+"/rules",parentData:data43,parentDataProperty:"rules",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data43.declare !== undefined){
let data47 = data43.declare;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key16 in data47){
const _errs123 = errors;
if(!(((((((((((((((((key16 === "parameters") || (key16 === "active_parameters")) || (key16 === "non_embedding_parameters")) || (key16 === "tokens")) || (key16 === "pretraining_tokens")) || (key16 === "compute_budget")) || (key16 === "world_size")) || (key16 === "sequence_length")) || (key16 === "weights")) || (key16 === "activations")) || (key16 === "kv_cache")) || (key16 === "quantization")) || (key16 === "method")) || (key16 === "measured")) || (key16 === "hardware")) || (key16 === "stage")) || (key16 === "accelerate_config"))){
const err94 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/propertyNames/enum",keyword:"enum",params:{allowedValues: schema15.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key16};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
var valid45 = _errs123 === errors;
if(!valid45){
const err95 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/propertyNames",keyword:"propertyNames",params:{propertyName: key16},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
for(const key17 in data47){
if(!(key17 === "measured")){
let data48 = data47[key17];
if((typeof data48 !== "string") && (!((typeof data48 == "number") && (isFinite(data48))))){
const err96 = {instancePath:instancePath+"/overrides/" + i8+"/declare/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/declare/additionalProperties/type",keyword:"type",params:{type: schema15.additionalProperties.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
if(data47.measured !== undefined){
let data49 = data47.measured;
const _errs128 = errors;
let valid48 = false;
const _errs129 = errors;
if(typeof data49 !== "string"){
const err97 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
var _valid2 = _errs129 === errors;
valid48 = valid48 || _valid2;
if(!valid48){
const _errs131 = errors;
if(Array.isArray(data49)){
const len10 = data49.length;
for(let i10=0; i10<len10; i10++){
if(typeof data49[i10] !== "string"){
const err98 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured/" + i10,schemaPath:"#/definitions/declare/properties/measured/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
var _valid2 = _errs131 === errors;
valid48 = valid48 || _valid2;
}
if(!valid48){
const err100 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
else {
errors = _errs128;
if(vErrors !== null){
if(_errs128){
vErrors.length = _errs128;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err101 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data43.laws !== undefined){
let data51 = data43.laws;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
for(const key18 in data51){
if(!((key18 === "use") || (key18 === "files"))){
const err102 = {instancePath:instancePath+"/overrides/" + i8+"/laws",schemaPath:"#/definitions/laws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data51.use !== undefined){
let data52 = data51.use;
if(Array.isArray(data52)){
const len11 = data52.length;
for(let i11=0; i11<len11; i11++){
let data53 = data52[i11];
if(typeof data53 === "string"){
if(!pattern0.test(data53)){
const err103 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use/" + i11,schemaPath:"#/definitions/laws/properties/use/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use/" + i11,schemaPath:"#/definitions/laws/properties/use/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use",schemaPath:"#/definitions/laws/properties/use/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data51.files !== undefined){
let data54 = data51.files;
if(Array.isArray(data54)){
const len12 = data54.length;
for(let i12=0; i12<len12; i12++){
let data55 = data54[i12];
if(typeof data55 === "string"){
if(!pattern0.test(data55)){
const err106 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files/" + i12,schemaPath:"#/definitions/laws/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files/" + i12,schemaPath:"#/definitions/laws/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files",schemaPath:"#/definitions/laws/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/overrides/" + i8+"/laws",schemaPath:"#/definitions/laws/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data43.thresholds !== undefined){
let data56 = data43.thresholds;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
for(const key19 in data56){
const _errs150 = errors;
if(!(((((((((key19 === "overtrained-for-format") || (key19 === "overtrained-for-quantization")) || (key19 === "sub-4-bit-quantization")) || (key19 === "suboptimal-precision")) || (key19 === "suboptimal-float-layout")) || (key19 === "coarse-scaling")) || (key19 === "low-precision-accumulation")) || (key19 === "inconsistent-architecture")) || (key19 === "over-compute-budget"))){
const err110 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds",schemaPath:"#/definitions/thresholds/propertyNames/enum",keyword:"enum",params:{allowedValues: schema17.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key19};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
var valid58 = _errs150 === errors;
if(!valid58){
const err111 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds",schemaPath:"#/definitions/thresholds/propertyNames",keyword:"propertyNames",params:{propertyName: key19},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data56["overtrained-for-format"] !== undefined){
let data57 = data56["overtrained-for-format"];
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
for(const key20 in data57){
if(!(key20 === "excess")){
const err112 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-format",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data57.excess !== undefined){
let data58 = data57.excess;
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1000 || isNaN(data58)){
const err113 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-format/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/properties/excess/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err114 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-format/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/properties/excess/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-format/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/properties/excess/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-format",schemaPath:"#/definitions/thresholds/properties/overtrained-for-format/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data56["overtrained-for-quantization"] !== undefined){
let data59 = data56["overtrained-for-quantization"];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key21 in data59){
if(!(key21 === "excess")){
const err117 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-quantization",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data59.excess !== undefined){
let data60 = data59.excess;
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 > 1000 || isNaN(data60)){
const err118 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-quantization/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/properties/excess/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data60 < 1 || isNaN(data60)){
const err119 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-quantization/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/properties/excess/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-quantization/excess",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/properties/excess/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/overtrained-for-quantization",schemaPath:"#/definitions/thresholds/properties/overtrained-for-quantization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data56["sub-4-bit-quantization"] !== undefined){
let data61 = data56["sub-4-bit-quantization"];
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key22 in data61){
if(!(key22 === "risk")){
const err122 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/sub-4-bit-quantization",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data61.risk !== undefined){
let data62 = data61.risk;
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 1 || isNaN(data62)){
const err123 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/sub-4-bit-quantization/risk",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/properties/risk/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data62 < 0 || isNaN(data62)){
const err124 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/sub-4-bit-quantization/risk",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/properties/risk/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/sub-4-bit-quantization/risk",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/properties/risk/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
else {
const err126 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/sub-4-bit-quantization",schemaPath:"#/definitions/thresholds/properties/sub-4-bit-quantization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data56["suboptimal-precision"] !== undefined){
let data63 = data56["suboptimal-precision"];
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key23 in data63){
if(!(key23 === "gain")){
const err127 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-precision",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data63.gain !== undefined){
let data64 = data63.gain;
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 1 || isNaN(data64)){
const err128 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-precision/gain",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/properties/gain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data64 < 0 || isNaN(data64)){
const err129 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-precision/gain",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/properties/gain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-precision/gain",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/properties/gain/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
else {
const err131 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-precision",schemaPath:"#/definitions/thresholds/properties/suboptimal-precision/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data56["suboptimal-float-layout"] !== undefined){
let data65 = data56["suboptimal-float-layout"];
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
for(const key24 in data65){
if(!(key24 === "excess")){
const err132 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-float-layout",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data65.excess !== undefined){
let data66 = data65.excess;
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 > 1000 || isNaN(data66)){
const err133 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-float-layout/excess",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/properties/excess/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data66 < 1 || isNaN(data66)){
const err134 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-float-layout/excess",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/properties/excess/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-float-layout/excess",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/properties/excess/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/suboptimal-float-layout",schemaPath:"#/definitions/thresholds/properties/suboptimal-float-layout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data56["coarse-scaling"] !== undefined){
let data67 = data56["coarse-scaling"];
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
for(const key25 in data67){
if(!(key25 === "gain")){
const err137 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/coarse-scaling",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data67.gain !== undefined){
let data68 = data67.gain;
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 1 || isNaN(data68)){
const err138 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/coarse-scaling/gain",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/properties/gain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data68 < 0 || isNaN(data68)){
const err139 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/coarse-scaling/gain",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/properties/gain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
else {
const err140 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/coarse-scaling/gain",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/properties/gain/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
else {
const err141 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/coarse-scaling",schemaPath:"#/definitions/thresholds/properties/coarse-scaling/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data56["low-precision-accumulation"] !== undefined){
let data69 = data56["low-precision-accumulation"];
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
for(const key26 in data69){
if(!(key26 === "error")){
const err142 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/low-precision-accumulation",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data69.error !== undefined){
let data70 = data69.error;
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 > 1 || isNaN(data70)){
const err143 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/low-precision-accumulation/error",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/properties/error/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(data70 < 0 || isNaN(data70)){
const err144 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/low-precision-accumulation/error",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/properties/error/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/low-precision-accumulation/error",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/properties/error/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
else {
const err146 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/low-precision-accumulation",schemaPath:"#/definitions/thresholds/properties/low-precision-accumulation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data56["inconsistent-architecture"] !== undefined){
let data71 = data56["inconsistent-architecture"];
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
for(const key27 in data71){
if(!(key27 === "tolerance")){
const err147 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/inconsistent-architecture",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data71.tolerance !== undefined){
let data72 = data71.tolerance;
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 > 0.9 || isNaN(data72)){
const err148 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/inconsistent-architecture/tolerance",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/properties/tolerance/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.9},message:"must be <= 0.9"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data72 < 0 || isNaN(data72)){
const err149 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/inconsistent-architecture/tolerance",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/properties/tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
else {
const err150 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/inconsistent-architecture/tolerance",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/properties/tolerance/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
}
else {
const err151 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/inconsistent-architecture",schemaPath:"#/definitions/thresholds/properties/inconsistent-architecture/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data56["over-compute-budget"] !== undefined){
let data73 = data56["over-compute-budget"];
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
for(const key28 in data73){
if(!(key28 === "excess")){
const err152 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/over-compute-budget",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data73.excess !== undefined){
let data74 = data73.excess;
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 > 1000 || isNaN(data74)){
const err153 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/over-compute-budget/excess",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/properties/excess/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data74 < 1 || isNaN(data74)){
const err154 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/over-compute-budget/excess",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/properties/excess/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/over-compute-budget/excess",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/properties/excess/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
else {
const err156 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds/over-compute-budget",schemaPath:"#/definitions/thresholds/properties/over-compute-budget/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/overrides/" + i8+"/thresholds",schemaPath:"#/definitions/thresholds/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
else {
const err159 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
else {
const err160 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

/** Whether a value has the shape of a project file; `errors` says why not. */
export const validateProject: { (value: unknown): boolean; errors?: readonly SchemaFailure[] | null } = validate10;
